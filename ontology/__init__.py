"""The vocabulary of the graph, its SHACL shapes, its event types, and the authority of known names."""

from ontology.loading import EventType, Role, event_types, load, shapes

__all__ = ["EventType", "Role", "event_types", "load", "shapes"]
