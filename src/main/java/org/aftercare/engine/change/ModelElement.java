package org.aftercare.engine.change;

import java.util.Map;

/**
 * An element of a process's model.
 *
 * @param type in words
 * @param name for people, never blank
 * @param facts all that is said of it, by what is said, in words; what it is called is among them
 * @param drawing where it is drawn
 */
record ModelElement(
    String id, String type, String name, Map<String, String> facts, String drawing) {}
