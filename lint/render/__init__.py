"""Renderers: diagnostics in, text out. Each module here is one output format."""
