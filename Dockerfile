# vagen for CI: checks and builds a practice, PDFs too.
#
#   docker build --build-arg VERSION=0.1.0 -t vagen .
#   docker run --rm -v "$PWD:/practice" --user "$(id -u):$(id -g)" vagen vagen build
#
# There is no entry point, so that CI systems can start a shell in it.

FROM python:3.13-slim-trixie AS made
# Git is not copied in, so the version is told.
ARG VERSION=0.1.0
ENV SETUPTOOLS_SCM_PRETEND_VERSION_FOR_VAGEN=$VERSION PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /source
RUN python -m venv /vagen
COPY requirements.lock ./
RUN /vagen/bin/pip install --no-cache-dir --no-deps --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN /vagen/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /vagen/bin/pip uninstall --yes pip setuptools

FROM python:3.13-slim-trixie
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*
COPY --from=made /vagen /vagen
ENV PATH="/vagen/bin:$PATH" HOME=/tmp
WORKDIR /practice
CMD ["vagen", "--help"]
