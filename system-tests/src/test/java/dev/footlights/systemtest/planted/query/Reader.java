package dev.footlights.systemtest.planted.query;

import dev.footlights.systemtest.planted.schemas.Contract;
import dev.footlights.systemtest.planted.service.Kit;

/** Innocent: a service may know both. */
public record Reader(Contract contract, Kit kit) {}
