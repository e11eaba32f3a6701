"""All figures of a project, what stands behind them, and the report."""
