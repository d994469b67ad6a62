"""From artifacts to bytes: pages and PDFs; the only room with Jinja2 and WeasyPrint."""
