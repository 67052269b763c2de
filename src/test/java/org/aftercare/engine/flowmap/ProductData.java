package org.aftercare.engine.flowmap;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;

/** The catalogue of data, read from the marks on ports, stores and their records. */
final class ProductData {

  /** Values that are shown as one, although they have parts. */
  private static final Set<String> VALUES =
      Set.of("org.aftercare.systems.Money", "org.aftercare.systems.Address");

  private static final Map<String, Class<?>> LOADED = new ConcurrentHashMap<>();

  /**
   * What a method of a port or store takes or gives.
   *
   * @param records whose fields they are
   * @param plain what has no record: a parameter or a result
   */
  record Handed(Set<Class<?>> records, List<String> plain) {}

  private ProductData() {}

  static Class<?> load(String internalName) {
    return LOADED.computeIfAbsent(internalName, ProductData::find);
  }

  private static Class<?> find(String internalName) {
    try {
      return Class.forName(
          internalName.replace('/', '.'), false, ProductData.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mark of a class, or of what it implements; {@code null} if it has none. */
  static Class<?> marked(Class<?> type) {
    if (type.isAnnotationPresent(DataSource.class)) {
      return type;
    }
    for (Class<?> above : type.getInterfaces()) {
      if (above.isAnnotationPresent(DataSource.class)) {
        return above;
      }
    }
    return null;
  }

  static CodeData.Source source(Class<?> marked, Collection<Class<?>> records) {
    DataSource mark = marked.getAnnotation(DataSource.class);
    Map<String, List<String>> personal = new LinkedHashMap<>();
    records.stream()
        .filter(record -> !personalFields(record).isEmpty())
        .sorted((one, other) -> one.getSimpleName().compareTo(other.getSimpleName()))
        .forEach(record -> personal.put(record.getSimpleName(), personalFields(record)));
    List<String> parameters =
        Arrays.stream(marked.getDeclaredMethods())
            .flatMap(method -> Arrays.stream(method.getParameters()))
            .filter(ProductData::isPersonal)
            .map(Parameter::getName)
            .distinct()
            .sorted()
            .toList();
    if (!parameters.isEmpty()) {
      personal.put("", parameters);
    }
    return new CodeData.Source(
        mark.name(),
        mark.system(),
        FlowCalls.moduleOf(marked.getName().replace('.', '/')),
        mark.owner().id(),
        mark.kept(),
        personal);
  }

  private static boolean isPersonal(Parameter parameter) {
    return parameter.isAnnotationPresent(Personal.class)
        || parameter.getType().isAnnotationPresent(Personal.class);
  }

  private static List<String> personalFields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(
            field ->
                record.isAnnotationPresent(Personal.class)
                    || field.isAnnotationPresent(Personal.class)
                    || field.getType().isAnnotationPresent(Personal.class))
        .map(RecordComponent::getName)
        .toList();
  }

  /** What a method gives. */
  static Handed given(Method method) {
    Set<Class<?>> records = records(method.getGenericReturnType());
    boolean nothing = method.getReturnType() == void.class;
    return new Handed(
        records, records.isEmpty() && !nothing ? List.of(method.getName()) : List.of());
  }

  /** What a method takes, but for the key that a call is made under. */
  static Handed taken(Method method) {
    Set<Class<?>> records = new LinkedHashSet<>();
    List<String> plain = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      if (!parameter.isNamePresent()) {
        throw new IllegalStateException("Compiled without the names of parameters: " + method);
      }
      Set<Class<?>> found = records(parameter.getParameterizedType());
      records.addAll(found);
      if (found.isEmpty() && !parameter.getName().equals("key")) {
        plain.add(parameter.getName());
      }
    }
    return new Handed(records, plain);
  }

  /** Whether it belongs to another system, and not to a store of our own. */
  static boolean isPort(Class<?> source) {
    return source.getPackageName().equals("org.aftercare.systems");
  }

  /** Whether it only asks what became of a call whose reply was lost. */
  static boolean asksBack(Method method) {
    return isPort(method.getDeclaringClass())
        && isKeyed(method)
        && method.getName().startsWith("find");
  }

  /** Whether the call of a port changes something in its system: it is made under a key. */
  static boolean isKeyed(Method method) {
    return method.getParameterCount() > 0 && method.getParameters()[0].getName().equals("key");
  }

  /** The fields of a record that are no records themselves. */
  static List<String> fields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(field -> records(field.getGenericType()).isEmpty())
        .map(RecordComponent::getName)
        .toList();
  }

  static Set<Class<?>> records(Type type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(type, found);
    return found;
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(part -> collect(part, found));
    } else if (type instanceof Class<?> plain
        && plain.isRecord()
        && !VALUES.contains(plain.getName())
        && found.add(plain)) {
      for (RecordComponent field : plain.getRecordComponents()) {
        collect(field.getGenericType(), found);
      }
    }
  }
}
