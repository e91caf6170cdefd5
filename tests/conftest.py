"""What holds for all tests: a property is never judged by how long an example takes, least of all the first one."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
