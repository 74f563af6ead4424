"""What does an SDK promise to its users, and what does a change of the document do to them?"""
