package org.aftercare.systems.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aftercare.systems.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken is what {@code contracts/callbacks.yaml} says. */
class CallbacksContractTest {

  private final Contract contract = Contract.of("callbacks");

  @Test
  void describesEachTypeAndNoOther() {
    List<String> described = new ArrayList<>();
    contract.document().at("/components/schemas").fieldNames().forEachRemaining(described::add);
    described.remove("Problem");
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(CallbackType.values()).map(CallbackType::message).toList());
  }

  @Test
  void describesEachPartner() {
    JsonNode systems = contract.operation("callback").node().at("/parameters/0/schema/enum");
    assertThat(texts(systems))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Partner.values()).map(Partner::system).toList());
  }

  @ParameterizedTest
  @EnumSource
  void saysTheSameOfAType(CallbackType type) {
    JsonNode schema = contract.schema(type.message());
    assertThat(schema.path("x-system").asText()).isEqualTo(type.partner().system());
    assertThat(schema.at("/properties/type/const").asText()).isEqualTo(type.type());
    Map<String, CallbackField> fields = new TreeMap<>();
    fields.put("caseNumber", CallbackField.id("caseNumber"));
    type.fields().forEach(field -> fields.put(field.name(), field));
    JsonNode data = schema.at("/properties/data");
    assertThat(texts(data.get("required"))).containsExactlyInAnyOrderElementsOf(fields.keySet());
    assertThat(data.get("properties").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(fields.keySet());
    fields.forEach(
        (name, field) -> {
          JsonNode property = data.at("/properties/" + name);
          switch (field.form()) {
            case ID ->
                assertThat(property.path("pattern").asText())
                    .isEqualTo("^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$");
            case DATE -> assertThat(property.path("format").asText()).isEqualTo("date");
            case INSTANT -> assertThat(property.path("format").asText()).isEqualTo("date-time");
            case CHOICE ->
                assertThat(texts(property.get("enum")))
                    .containsExactlyInAnyOrderElementsOf(field.choices());
          }
        });
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
