"""How often one may ask: counted a key or an address, over a window that moves."""

import ipaddress
import time
from collections import OrderedDict, deque
from dataclasses import dataclass
from math import ceil

from limits import RateLimitItem, parse
from limits.storage import MovingWindowSupport, Storage
from limits.strategies import MovingWindowRateLimiter
from starlette.responses import Response
from starlette.types import Scope

from api.problems import problem

REMEMBERED = 10_000  # keys and addresses that are counted at once; who was away longest is forgotten


class Windows(Storage, MovingWindowSupport):
    """When each one asked lately. That of `limits` keeps who ever asked, and starts a thread every 10 ms."""

    STORAGE_SCHEME = None

    def __init__(self, remembered: int = REMEMBERED) -> None:
        super().__init__()
        self._remembered = remembered
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._asked)

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count one that asks, unless the window is full."""
        asked = self._lately(key, expiry)
        if len(asked) + amount > limit:
            return False
        asked.extend([time.monotonic()] * amount)
        self._asked[key] = asked
        self._asked.move_to_end(key)
        if len(self._asked) > self._remembered:
            self._asked.popitem(last=False)
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """When the window began and how many asked in it."""
        asked = self._lately(key, expiry)
        return (asked[0] if asked else time.monotonic()), len(asked)

    def _lately(self, key: str, expiry: int) -> deque[float]:
        """When one asked within the window; what is older is dropped."""
        asked = self._asked.get(key, deque())
        oldest = time.monotonic() - expiry
        while asked and asked[0] <= oldest:
            asked.popleft()
        return asked

    def clear(self, key: str) -> None:
        """Forget one."""
        self._asked.pop(key, None)

    def reset(self) -> int:
        """Forget all."""
        forgotten = len(self._asked)
        self._asked.clear()
        return forgotten

    def check(self) -> bool:
        """It is there."""
        return True

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong in it: nothing of its own."""
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Belongs to other ways of counting."""
        raise NotImplementedError

    def get(self, key: str) -> int:
        """Belongs to other ways of counting."""
        raise NotImplementedError

    def get_expiry(self, key: str) -> float:
        """Belongs to other ways of counting."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Standing:
    """How one stands to a rate: how much is left, and after how many seconds more is."""

    name: str
    rate: RateLimitItem
    left: int
    seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """As draft-ietf-httpapi-ratelimit-headers has them."""
        return {
            "RateLimit-Policy": f'"{self.name}";q={self.rate.amount};w={self.rate.get_expiry()}',
            "RateLimit": f'"{self.name}";r={self.left};t={self.seconds}',
        }

    def refusal(self, detail: str) -> Response:
        """The answer to who asked too often."""
        headers = self.headers | {"Retry-After": str(self.seconds)}
        return problem(429, f"{detail} Try again in {self.seconds} s.", kind="too-often", headers=headers)


class Rate:
    """One bound on how often something may be done."""

    def __init__(self, rate: str, name: str) -> None:
        self._name = name
        self._rate = parse(rate)
        self._windows = Windows()
        self._limiter = MovingWindowRateLimiter(self._windows)

    def count(self, who: str) -> bool:
        """Count one more; whether it was still within the bound."""
        return self._limiter.hit(self._rate, who)

    def is_full(self, who: str) -> bool:
        """Whether one more would be too many."""
        return not self._limiter.test(self._rate, who)

    def standing(self, who: str) -> Standing:
        """How one stands."""
        reset, left = self._limiter.get_window_stats(self._rate, who)
        return Standing(self._name, self._rate, left, max(1, ceil(reset - time.monotonic())))


def address_of(scope: Scope) -> str:
    """Who asks, as far as addresses tell: of IPv6 the network, since one client has 2^64 addresses there."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return str(host)
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((int(address), 64), strict=False))
    return str(address)
