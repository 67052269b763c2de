package org.aftercare.engine.flowmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the product's own code says of data, as a test has read it from the compiled classes: which
 * variables each bean that models may name reads and sets, and what it asks of which port or store.
 *
 * @param flows the packages that each carry out a flow
 * @param sources the catalogue, by the simple name of the port or store
 * @param beans by the bean's name; what a method of a bean does stands under {@code bean.method}
 * @param starts the variables that code sets as it starts a process, by the package
 */
record CodeData(
    List<String> flows,
    SortedMap<String, Source> sources,
    SortedMap<String, BeanData> beans,
    SortedMap<String, List<String>> starts) {

  static final String RESOURCE = "/flowmap/data-of-steps.json";

  static CodeData read() {
    try (InputStream stream =
        Objects.requireNonNull(CodeData.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new ObjectMapper().readValue(stream, CodeData.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param module the package that has it
   * @param owner id of the group that answers for the data
   * @param kept how long; may name a setting as {@code ${…}}
   * @param personal which fields of its records are personal, by the record
   */
  record Source(
      String name,
      String system,
      String module,
      String owner,
      String kept,
      Map<String, List<String>> personal) {}

  /**
   * @param module the package that it is in; a flow's, or one that flows share
   * @param reads variables that it reads
   * @param sets variables that it sets and that stay
   * @param weighs variables that it gives to the decision that follows, and that are never stored
   * @param uses what it asks of ports and stores, by the module whose flow it serves; {@code *} if
   *     it is the same for every flow
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record BeanData(
      String module,
      List<String> reads,
      List<String> sets,
      List<String> weighs,
      SortedMap<String, List<Use>> uses) {

    BeanData {
      reads = reads == null ? List.of() : reads;
      sets = sets == null ? List.of() : sets;
      weighs = weighs == null ? List.of() : weighs;
      uses = uses == null ? new TreeMap<>() : uses;
    }

    static final String EVERY_FLOW = "*";
  }

  /**
   * @param source the port or store
   * @param item the record that the fields belong to; empty if the port takes or gives them as they
   *     are
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Use(
      String source,
      String item,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean writes,
      List<String> fields) {

    Use {
      item = item == null ? "" : item;
    }
  }
}
