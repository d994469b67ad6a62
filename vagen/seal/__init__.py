"""The practice key, and bytes sealed under it for one audience: format vagen/1, docs/security.md."""
