package dev.footlights.systemtest.planted.service;

import dev.footlights.systemtest.planted.schemas.Contract;

/** A violation: the kit knows the contracts. */
public record Kit(Contract contract) {}
