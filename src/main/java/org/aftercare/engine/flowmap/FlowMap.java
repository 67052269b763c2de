package org.aftercare.engine.flowmap;

import java.time.Instant;
import java.util.List;

/**
 * A flow as it is deployed now.
 *
 * @param id of its first process
 * @param owner the department that answers for it; empty if nobody has said so
 * @param charts its processes in the order in which they are reached
 * @param gaps what the map cannot say, for example of a called process that is not deployed
 */
public record FlowMap(
    String id,
    String name,
    String owner,
    List<Chart> charts,
    List<Party> people,
    List<Party> systems,
    List<Table> tables,
    List<Datum> data,
    List<Variable> variables,
    List<String> gaps) {

  /**
   * A process.
   *
   * @param version of the engine, which counts from 1
   * @param keptDays how long its history is kept after it has ended; {@code null} if for ever
   * @param steps in reading order
   */
  public record Chart(
      String id,
      String name,
      int version,
      Instant deployedAt,
      Integer keptDays,
      List<Step> steps) {}

  /**
   * A node of a chart.
   *
   * @param kind for people, such as {@code Task for a person}
   * @param lane empty if it is in none
   * @param with who takes part, and how
   * @param calls the process that it calls, or {@code null}
   */
  public record Step(
      String id,
      String label,
      String kind,
      String lane,
      List<Part> with,
      String calls,
      List<Data> reads,
      List<Data> writes) {}

  /**
   * A part in a step.
   *
   * @param does for example {@code is asked}
   */
  public record Part(Kind kind, String name, String does) {

    /** Who takes part. */
    public enum Kind {
      CUSTOMER,
      DEPARTMENT,
      PARTNER,
      SYSTEM
    }
  }

  /**
   * Somebody who takes part, with all that they do.
   *
   * @param place the office of a department; what a system keeps
   */
  public record Party(Part.Kind kind, String name, String place, List<Deed> deeds) {}

  /** What somebody does: in these steps of that chart. */
  public record Deed(String does, String chart, List<String> steps) {}

  /**
   * Data that a step reads or writes.
   *
   * @param item what the fields belong to; empty if they stand alone
   * @param source where they are, for people
   * @param owner the department that answers for them
   */
  public record Data(String item, String source, String owner, List<Field> fields) {

    public boolean personal() {
      return fields.stream().anyMatch(Field::personal);
    }
  }

  public record Field(String name, boolean personal) {}

  /**
   * A decision table.
   *
   * @param asks what it is given
   * @param says what it can say
   */
  public record Table(
      String id,
      String name,
      int version,
      List<String> asks,
      List<String> says,
      List<Deed> asked) {}

  /** An item of data as the whole flow uses it. */
  public record Datum(
      String item,
      String source,
      String system,
      String owner,
      String kept,
      List<Field> fields,
      List<Deed> readBy,
      List<Deed> writtenBy) {

    public boolean personal() {
      return fields.stream().anyMatch(Field::personal);
    }
  }

  /**
   * A variable of the processes; by the rules of the house never personal.
   *
   * @param holds its type, or the codes that it can have
   * @param from who or what sets it
   * @param transientOnly whether it is only given to the decision that follows and never stored
   */
  public record Variable(
      String name,
      List<String> holds,
      List<String> from,
      String owner,
      boolean transientOnly,
      List<Deed> readBy,
      List<Deed> setBy) {}
}
