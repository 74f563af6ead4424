"""How is generated TypeScript fitted to a width, so that prettier agrees?"""
