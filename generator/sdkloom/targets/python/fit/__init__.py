"""How is Python text fitted to a width, in the very style of black?"""
