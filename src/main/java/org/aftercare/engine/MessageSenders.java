package org.aftercare.engine;

import java.util.List;

/**
 * Who sends the messages that processes await, for the map. Each module that hands messages to
 * processes has such a bean beside its {@link ModelNames}; a test checks that each message has its
 * sender.
 */
public record MessageSenders(List<Sent> all) {

  public MessageSenders {
    all = List.copyOf(all);
  }

  /**
   * A message.
   *
   * @param name as models know it
   * @param system the sending system as its port's {@link DataSource} names it; {@code null} if a
   *     person sends it
   * @param group whose people send it; {@code null} if it is the customer or a system
   * @param variables what it brings into the process
   */
  public record Sent(String name, String system, StaffGroup group, List<String> variables) {

    public Sent {
      variables = List.copyOf(variables);
    }

    public static Sent byCustomer(String name, List<String> variables) {
      return new Sent(name, null, null, variables);
    }

    public static Sent byStaff(String name, StaffGroup group) {
      return new Sent(name, null, group, List.of());
    }

    public static Sent bySystem(String name, String system, List<String> variables) {
      return new Sent(name, system, null, variables);
    }
  }
}
