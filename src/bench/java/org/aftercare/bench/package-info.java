/**
 * The benchmark: what this product costs beside a bare Camunda engine with the same models. Run and
 * explained in {@code src/docs/handbook/benchmark.md}; no part of {@code mvn verify}.
 */
package org.aftercare.bench;
