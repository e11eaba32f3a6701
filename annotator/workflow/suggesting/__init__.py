"""Suggestions: made, offered, learned from, and measured."""
