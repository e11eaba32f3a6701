"""Bringing files into a project: found, read, asked about, admitted, taken back."""
