"""What is told of a project as tables, charts and pages: words, numbers and pictures, no Qt.

The window shows the same tables and charts as the page that goes to a client.
"""
