package org.aftercare.engine.flowmap;

/** A flow by its first process, which no other calls. */
public record FlowTitle(String id, String name, int version) {}
