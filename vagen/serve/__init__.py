"""The site on this computer alone, in the clear, fresh after every edit."""
