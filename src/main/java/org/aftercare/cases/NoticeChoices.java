package org.aftercare.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StepChoices;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Whom a step may tell something, and in which words: those that the message bundles have. */
final class NoticeChoices {

  private static final String BUNDLES = "classpath*:messages/*.properties";
  private static final String SUBJECT = ".subject";

  private NoticeChoices() {}

  static StepChoices read() {
    return new StepChoices("notify", Map.of("to", recipients(), "template", wordings()));
  }

  private static Set<String> recipients() {
    return Stream.concat(
            Stream.of("customer", "supplier", "shipper"),
            Arrays.stream(StaffGroup.values()).map(group -> "team:" + group.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A bundle's first language has them all. */
  private static Set<String> wordings() {
    Set<String> found = new TreeSet<>();
    try {
      for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(BUNDLES)) {
        if (!bundle.getFilename().contains("_")) {
          Properties texts = PropertiesLoaderUtils.loadProperties(bundle);
          texts.stringPropertyNames().stream()
              .filter(key -> key.endsWith(SUBJECT))
              .map(key -> key.substring(0, key.length() - SUBJECT.length()))
              .forEach(found::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The message bundles cannot be read", e);
    }
    return found;
  }
}
