"""What lists and tables show: rows read as they are looked at, and how they are drawn."""
