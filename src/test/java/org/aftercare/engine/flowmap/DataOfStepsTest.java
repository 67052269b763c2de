package org.aftercare.engine.flowmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.RemoteStep;
import org.junit.jupiter.api.Test;

/** The data that the map shows for each step are those that the step's code reads and writes. */
class DataOfStepsTest {

  private static final String WRITE = "data-of-steps.write";
  private static final Path FILE = Path.of("src/main/resources" + CodeData.RESOURCE);
  private static final Set<String> TELLING =
      Set.of(
          "address",
          "comment",
          "customerName",
          "description",
          "email",
          "phone",
          "photo",
          "recipientName",
          "street",
          "technician",
          "text");
  private static final CodeData DATA = DataOfSteps.read();

  @Test
  void areWhatTheCodeSays() throws IOException {
    String wanted = DataOfSteps.text(DATA);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, wanted);
    }

    assertThat(Files.readString(FILE, StandardCharsets.UTF_8))
        .as(
            "A step reads or writes other data than before. Write the file anew, look at what has "
                + "changed, above all whether a step reads more that is personal, and commit it: "
                + "mvn test -Dtest=DataOfStepsTest -D%s=true",
            WRITE)
        .isEqualTo(wanted);
  }

  @Test
  void aStepThatCallsASystemIsRemoteAndNoOther() {
    Set<String> remote = new TreeSet<>();
    Set<String> calling = new TreeSet<>();
    DataOfSteps.delegates()
        .forEach(
            (bean, type) -> {
              if (type.isAnnotationPresent(RemoteStep.class)) {
                remote.add(bean);
              }
              boolean calls =
                  DATA.beans().get(bean).uses().values().stream()
                      .flatMap(List::stream)
                      .map(use -> DATA.sources().get(use.source()).system())
                      .anyMatch(system -> !system.equals(DataSource.OWN));
              if (calls) {
                calling.add(bean);
              }
            });

    assertThat(remote).isNotEmpty().isEqualTo(calling);
  }

  @Test
  void whatSaysWhoSomebodyIsIsMarked() {
    DATA.beans()
        .forEach(
            (bean, data) ->
                data.uses()
                    .values()
                    .forEach(
                        uses ->
                            uses.forEach(
                                use ->
                                    assertThat(personal(use))
                                        .as("%s of %s, used by %s", use.item(), use.source(), bean)
                                        .containsAll(
                                            use.fields().stream()
                                                .filter(TELLING::contains)
                                                .toList()))));
  }

  private static List<String> personal(CodeData.Use use) {
    return DATA.sources().get(use.source()).personal().getOrDefault(use.item(), List.of());
  }
}
