# The HTTP API with its language model, as docker-compose.yml starts it.

FROM python:3.11-slim AS page
WORKDIR /page
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
COPY requirements-build.lock ./
RUN pip install --require-hashes --no-deps --only-binary :all: -r requirements-build.lock
COPY scripts/explorer.py scripts/
COPY explorer/ explorer/
RUN mkdir -p api/web && python scripts/explorer.py

FROM python:3.11-slim AS build
WORKDIR /build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv --without-pip /opt/gkg
# As scripts/setup.sh installs: only what the lock names, by hash, only ready-made wheels. The spaCy model is
# one of them.
COPY requirements.lock ./
RUN pip --python /opt/gkg/bin/python install --require-hashes --no-deps --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph/ graph/
COPY extract/ extract/
COPY api/ api/
COPY --from=page /page/api/web/explorer/ api/web/explorer/
RUN pip --python /opt/gkg/bin/python install --no-deps --no-build-isolation --no-index .

FROM python:3.11-slim
COPY --from=build /opt/gkg /opt/gkg
ENV PATH=/opt/gkg/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --no-create-home --uid 10001 --user-group gkg
USER 10001:10001
EXPOSE 8000
CMD ["gkg", "serve"]
