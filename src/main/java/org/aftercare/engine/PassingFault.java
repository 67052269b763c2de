package org.aftercare.engine;

/**
 * Implemented by an exception that says that a fault of another system may pass by itself: it could
 * not be reached, answered too late or with a fault of its own, or was not called at all. Where a
 * model gives a step many tries, only such faults may use them up.
 */
public interface PassingFault {}
