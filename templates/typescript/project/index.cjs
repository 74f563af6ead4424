// What `require` gives: the client class, with everything else as its properties.
const sdk = require('./dist/cjs/index.js');

Object.assign(sdk.{{ view.client }}, sdk);
module.exports = Object.defineProperty(sdk.{{ view.client }}, '__esModule', { value: true });
