"""Charts: functions from a table to a figure, one module a chart."""
