package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextDeserializerTest {

  private final ObjectMapper json = StrictJson.strict(new ObjectMapper());

  record Body(String text, List<String> texts) {}

  @Test
  void whatPostgresqlCannotKeepIsRefusedWherever() {
    assertThatThrownBy(() -> json.readValue("{\"text\": \"a\\u0000b\"}", Body.class))
        .isInstanceOf(PlainTextDeserializer.UnstorableTextException.class)
        .satisfies(e -> assertThat(((JsonMappingException) e).getPath()).hasSize(1));
    assertThatThrownBy(() -> json.readValue("{\"texts\": [\"\\u0000\"]}", Body.class))
        .isInstanceOf(PlainTextDeserializer.UnstorableTextException.class);
  }

  @Test
  void allElseIsReadAsBefore() throws Exception {
    assertThat(json.readValue("{\"text\": \"a\\tb\\n😀\", \"texts\": null}", Body.class))
        .isEqualTo(new Body("a\tb\n😀", null));
    assertThatThrownBy(() -> json.readValue("{\"text\": 7}", Body.class))
        .isInstanceOf(JsonMappingException.class);
  }
}
