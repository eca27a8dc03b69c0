"""A real Neo4j server without Docker: for the tests, and for people who have Java and Maven."""
