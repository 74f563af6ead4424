"""Which call of an operation is a good example, what does it send, and what may the service answer?

Everything here is made from the model of the API alone and is the same for every language: a target writes
the arguments and what is expected in its own words, so that the tests of a package never ask the package.
"""
