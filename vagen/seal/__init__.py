"""The practice key, and what it seals for one audience: format vagen/1 of docs/security.md."""
