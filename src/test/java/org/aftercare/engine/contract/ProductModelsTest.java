package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The product's own models keep the contract, and the code offers nothing that they do not use. */
class ProductModelsTest {

  @Test
  void keepTheContract() throws IOException {
    List<Finding> findings = new ModelContract().checkWhole(files(), ProductVocabulary.read());

    assertThat(findings)
        .as(
            () ->
                findings.stream()
                    .map(Finding::describe)
                    .collect(Collectors.joining("\n", "Findings:\n", "\n")))
        .isEmpty();
  }

  private static List<ModelFile> files() throws IOException {
    try (var paths = Files.walk(Path.of("bpmn"))) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.toString().contains("/."))
          .sorted()
          .map(ProductModelsTest::read)
          .toList();
    }
  }

  private static ModelFile read(Path path) {
    try {
      return new ModelFile(path.toString().replace('\\', '/'), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
