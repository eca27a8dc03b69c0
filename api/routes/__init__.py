"""The endpoints, one file a subject. An id in a path, `{actor_id:id}`, may be made of anything."""

from starlette.convertors import StringConvertor, register_url_convertor


class IdConvertor(StringConvertor):
    """All of the rest of a path. Starlette's own `path` ends at a line break."""

    regex = "(?s:.+)"


register_url_convertor("id", IdConvertor())
