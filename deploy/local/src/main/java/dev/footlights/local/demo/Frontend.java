package dev.footlights.local.demo;

/** Which of Backstage's frontend systems a person's portal runs; each sends another context. */
enum Frontend {
    OLD,
    NEW,
    HYBRID
}
