from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Iterator, Mapping, TypeVar

T = TypeVar("T", bound="Model")


class Model:
    """An object of the API. ``scan.status`` and ``scan["status"]`` are the same.

    What a later version of the service adds is there, too. What an earlier one does not know yet is None.
    """

    __slots__ = ("_data",)
    _data: dict[str, Any]
    # Which members are objects: the name of the class, "map:" before it when their names are data.
    _nested: ClassVar[Mapping[str, str]] = {}
    _classes: ClassVar[dict[str, type[Model]]] = {}

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    def __init_subclass__(cls) -> None:
        Model._classes[cls.__name__] = cls

    if not TYPE_CHECKING:  # a name that is misspelt is to be found by whoever checks types

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            # What is a keyword of Python has an underscore after it.
            key = name[:-1] if name.endswith("_") and name not in self._data else name
            if key in self._data:
                return self[key]
            if name in self.__class__.__annotations__:
                return None
            raise AttributeError(f"{self.__class__.__name__} has no {name!r}; it has {', '.join(self._data)}")

    def __getitem__(self, key: str) -> Any:
        value = self._data[key]
        return _wrapped(value, self._nested[key]) if key in self._nested else value

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and self._data == other._data

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({', '.join(f'{key}={value!r}' for key, value in self._data.items())})"

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._data]

    def __reduce__(self) -> tuple[type[Model], tuple[dict[str, Any]]]:
        return (self.__class__, (self._data,))

    def to_dict(self) -> dict[str, Any]:
        """As it came: plain dicts, lists, texts and numbers."""
        return self._data


def _wrapped(value: Any, name: str) -> Any:
    if name.startswith("map:"):
        return {key: _wrapped(one, name[4:]) for key, one in value.items()} if isinstance(value, dict) else value
    if isinstance(value, list):
        return [_wrapped(one, name) for one in value]
    return Model._classes[name](value) if isinstance(value, dict) else value
