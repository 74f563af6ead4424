// What `require` gives: the client class, with everything else as its properties.
const sdk = require('./dist/cjs/index.js');

Object.assign(sdk.Groq, sdk);
module.exports = Object.defineProperty(sdk.Groq, '__esModule', { value: true });
