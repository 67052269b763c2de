package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A model file as plain XML: for rules about everything that is written in it. */
public final class XmlTree {

  /** Elements within elements. Our deepest model has seven; far more exhausts the stack. */
  private static final int DEEPEST = 200;

  private final Document document;

  private XmlTree(Document document) {
    this.document = document;
  }

  /**
   * @throws UnreadableModelException if the file is no XML, or none that anybody should read
   */
  public static XmlTree parse(ModelFile file) throws UnreadableModelException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      // A document type could read files of the server or blow up; models need none.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      checkDepth(file);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Without one, errors would be printed beside what the caller is told.
      builder.setErrorHandler(new DefaultHandler());
      return new XmlTree(builder.parse(new ByteArrayInputStream(file.content())));
    } catch (SAXException | IOException e) {
      // The bytes lie in memory: what cannot be read is no character in its encoding.
      throw new UnreadableModelException(e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("No XML can be read", e);
    }
  }

  /**
   * Refuses what is nested so deeply that nobody could go through it.
   *
   * @throws UnreadableModelException if the file is so; nothing, if it is no XML
   */
  static void checkDepth(ModelFile file) throws UnreadableModelException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.newSAXParser().parse(new ByteArrayInputStream(file.content()), new DepthGauge());
    } catch (TooDeepException e) {
      throw new UnreadableModelException(e.getMessage());
    } catch (SAXException | IOException e) {
      // What it is instead is said by those who read it.
      return;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("No XML can be read", e);
    }
  }

  /** Counts open elements as they come, without calling itself for each. */
  private static final class DepthGauge extends DefaultHandler {

    private int depth;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes)
        throws TooDeepException {
      depth++;
      if (depth > DEEPEST) {
        throw new TooDeepException();
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      depth--;
    }
  }

  private static final class TooDeepException extends SAXException {

    private static final long serialVersionUID = 1L;

    TooDeepException() {
      super("Its elements are nested more than %d deep.".formatted(DEEPEST));
    }
  }

  /** Every element, the root first. */
  public void forEach(Consumer<Element> consumer) {
    visit(document.getDocumentElement(), consumer);
  }

  private static void visit(Element element, Consumer<Element> consumer) {
    consumer.accept(element);
    children(element).forEach(child -> visit(child, consumer));
  }

  public static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  public static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    NamedNodeMap nodes = element.getAttributes();
    for (int i = 0; i < nodes.getLength(); i++) {
      attributes.add((Attr) nodes.item(i));
    }
    return attributes;
  }

  /** The text directly in an element that has no element in it; empty otherwise. */
  static String ownText(Element element) {
    return children(element).isEmpty() ? element.getTextContent().strip() : "";
  }

  /** The nearest element with an id, the element itself included. */
  static Element withId(Element element) {
    Node node = element;
    while (node instanceof Element candidate) {
      if (candidate.hasAttribute("id") && !candidate.getLocalName().endsWith("EventDefinition")) {
        return candidate;
      }
      node = node.getParentNode();
    }
    return element;
  }
}
