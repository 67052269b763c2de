package org.aftercare.engine.flowmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aftercare.AftercareApplication;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** The product's compiled classes, but for the sandbox: what each method calls. */
final class ProductCode {

  private static final String STEP = "org/aftercare/engine/Step";

  /** What starts a process with variables. */
  static final String STARTER = "org/camunda/bpm/engine/runtime/ProcessInstantiationBuilder";

  /** What carries variables: their names stand behind it, before whatever else is handed over. */
  private static final Set<String> SCOPES =
      Set.of(
          STEP,
          "org/camunda/bpm/engine/delegate/DelegateExecution",
          "org/camunda/bpm/engine/delegate/DelegateTask",
          "org/camunda/bpm/engine/delegate/VariableScope",
          STARTER);

  private static final Pattern VARIABLE =
      Pattern.compile("text|number|flag|entered|set|weigh|\\w+Variable\\w*");

  /** A method, wherever it is declared. */
  record Method(String owner, String name, String descriptor) {

    Method in(String other) {
      return new Method(other, name, descriptor);
    }

    @Override
    public String toString() {
      return owner.replace('/', '.') + "#" + name;
    }
  }

  /**
   * A variable that is read or set.
   *
   * @param by the method that does it: of a scope, or one that is handed the scope and the name
   * @param name the variable; {@code null} if it is not a constant
   */
  record VariableUse(Method by, String name) {}

  /**
   * What a method does.
   *
   * @param own fields of its own object that it reads
   */
  record Body(boolean isStatic, Set<Method> calls, Set<String> own, List<VariableUse> variables) {}

  /** A class or interface. */
  record Code(String name, String parent, List<String> interfaces, Map<Method, Body> methods) {}

  private final Map<String, Code> classes = new TreeMap<>();
  private final Map<String, Set<String>> below = new TreeMap<>();

  private ProductCode() {}

  static ProductCode read() {
    ProductCode code = new ProductCode();
    try {
      Path root =
          Path.of(
              AftercareApplication.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      try (Stream<Path> files = Files.walk(root.resolve("org/aftercare"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          if (!root.relativize(file).startsWith("org/aftercare/sandbox")) {
            code.add(Files.readAllBytes(file));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    code.classes
        .values()
        .forEach(
            found ->
                code.above(found.name())
                    .forEach(
                        type ->
                            code.below
                                .computeIfAbsent(type, key -> new LinkedHashSet<>())
                                .add(found.name())));
    return code;
  }

  Set<String> names() {
    return classes.keySet();
  }

  Code find(String name) {
    return classes.get(name);
  }

  /** The types that a class is, itself included, as far as they are the product's. */
  Set<String> above(String name) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      Code type = classes.get(open.pop());
      if (type != null && found.add(type.name())) {
        open.push(type.parent() == null ? "" : type.parent());
        type.interfaces().forEach(open::push);
      }
    }
    return found;
  }

  /** The classes that are of a type, itself included. */
  Set<String> below(String name) {
    return below.getOrDefault(name, Set.of());
  }

  /** What the method does when it is called on an object of exactly that class, if it is there. */
  Method implementation(String type, Method called) {
    String at = type;
    while (at != null && classes.containsKey(at)) {
      if (classes.get(at).methods().containsKey(called.in(at))) {
        return called.in(at);
      }
      at = classes.get(at).parent();
    }
    for (String above : above(type)) {
      if (classes.get(above).methods().containsKey(called.in(above))) {
        return called.in(above);
      }
    }
    return null;
  }

  Body body(Method method) {
    Code owner = classes.get(method.owner());
    return owner == null ? null : owner.methods().get(method);
  }

  private void add(byte[] content) {
    ClassReader reader = new ClassReader(content);
    Code code =
        new Code(
            reader.getClassName(),
            reader.getSuperName(),
            List.of(reader.getInterfaces()),
            new LinkedHashMap<>());
    classes.put(code.name(), code);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            boolean isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
            if (isAbstract) {
              return null;
            }
            Body body =
                new Body(
                    (access & Opcodes.ACC_STATIC) != 0,
                    new LinkedHashSet<>(),
                    new HashSet<>(),
                    new ArrayList<>());
            Method method = new Method(code.name(), name, descriptor);
            code.methods().put(method, body);
            return new BodyReader(method, body);
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  /**
   * Follows the instructions in their order. The compiler puts a call's object on the stack, then
   * its first argument: a scope followed by a text is the beginning of a use of a variable, which
   * ends with the next call that takes both, but for those that are nested in between.
   */
  private static final class BodyReader extends MethodVisitor {

    private final Method method;
    private final Body body;
    private final Set<Integer> scopes = new HashSet<>();
    private final Set<Integer> texts = new HashSet<>();
    private final Deque<String> begun = new ArrayDeque<>();
    private boolean scopeOnTop;

    BodyReader(Method method, Body body) {
      super(Opcodes.ASM9);
      this.method = method;
      this.body = body;
      int at = body.isStatic() ? 0 : 1;
      for (Type type : Type.getArgumentTypes(method.descriptor())) {
        if (isScope(type)) {
          scopes.add(at);
        } else if (type.getClassName().equals(String.class.getName())) {
          texts.add(at);
        }
        at += type.getSize();
      }
    }

    private static boolean isScope(Type type) {
      return type.getSort() == Type.OBJECT && SCOPES.contains(type.getInternalName());
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
      if (opcode == Opcodes.ASTORE) {
        texts.remove(index);
        if (scopeOnTop) {
          scopes.add(index);
        } else {
          scopes.remove(index);
        }
      }
      if (opcode == Opcodes.ALOAD && scopeOnTop && texts.contains(index)) {
        begun.push("");
      }
      scopeOnTop = opcode == Opcodes.ALOAD && scopes.contains(index);
    }

    @Override
    public void visitLdcInsn(Object constant) {
      if (scopeOnTop && constant instanceof String text) {
        begun.push(text);
      }
      scopeOnTop = false;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETFIELD && owner.equals(method.owner())) {
        body.own().add(name);
      }
      scopeOnTop = opcode == Opcodes.GETFIELD && isScope(Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Method called = new Method(owner, name, descriptor);
      body.calls().add(called);
      if (takesName(called)) {
        String text = begun.isEmpty() ? "" : begun.pop();
        if (!SCOPES.contains(owner) || VARIABLE.matcher(name).matches()) {
          body.variables().add(new VariableUse(called, text.isEmpty() ? null : text));
        }
      }
      scopeOnTop = isScope(Type.getReturnType(descriptor));
    }

    /** A call of a scope by a name, or one that is handed a scope and a name. */
    private static boolean takesName(Method called) {
      Type[] taken = Type.getArgumentTypes(called.descriptor());
      return SCOPES.contains(called.owner()) && taken.length > 0 && isText(taken[0])
          || taken.length > 1 && isScope(taken[0]) && isText(taken[1]);
    }

    private static boolean isText(Type type) {
      return type.getClassName().equals(String.class.getName());
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          body.calls().add(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
        }
      }
      scopeOnTop = false;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      scopeOnTop = opcode == Opcodes.CHECKCAST && SCOPES.contains(type);
    }

    @Override
    public void visitInsn(int opcode) {
      scopeOnTop = opcode == Opcodes.DUP && scopeOnTop;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      scopeOnTop = false;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      scopeOnTop = false;
    }

    @Override
    public void visitEnd() {
      if (!begun.isEmpty()) {
        throw new IllegalStateException(
            "It cannot be told what %s does with the variables %s; write them as the first argument of a call of Step."
                .formatted(method, begun));
      }
    }
  }
}
