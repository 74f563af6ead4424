{{ view.about|docstring }}

{{ view.program }}
