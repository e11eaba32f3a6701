"""The project at hand as a session knows it: its articles, names, times and other programs."""
