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
record ModelElement(String id, String type, String name, Map<String, Fact> facts, String drawing) {

  /**
   * Something that is said of an element.
   *
   * @param words how people are told
   * @param meaning what it means, whatever it is called: a renamed step is the same step to those
   *     who lead to it
   */
  record Fact(String words, String meaning) {

    static Fact of(String words) {
      return new Fact(words, words);
    }

    boolean meansTheSameAs(Fact other) {
      return other != null && meaning.equals(other.meaning);
    }
  }

  boolean meansTheSameAs(ModelElement other) {
    return facts.keySet().equals(other.facts.keySet())
        && facts.entrySet().stream()
            .allMatch(fact -> fact.getValue().meansTheSameAs(other.facts.get(fact.getKey())));
  }
}
