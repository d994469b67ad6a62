"""A command's change to a person's files. The only room that writes the workspace."""
