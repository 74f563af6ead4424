{{ view.about|jsdoc }}

{{ view.program }}
