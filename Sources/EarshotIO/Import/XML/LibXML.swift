import CLibXML2
import EarshotCore

/// The only file that touches libxml2. It takes bytes, hands back values, and frees what it made.
///
/// No network, no entities of the document's own, no external files, no lifted limits: libxml2's own bounds (256 levels,
/// 10 MB a text) stay in force.
enum LibXML {
    /// Reads an HTML page. Such a page is never refused: what is not well formed is mended as browsers do.
    /// - Parameter encoding: The label by which the bytes are read; `isEncoding` says whether it is known.
    static func html(_ bytes: [UInt8], encoding: String = "UTF-8") -> MarkupTree {
        let bytes = MarkupEncoding.withoutConditions(bytes)
        guard !bytes.isEmpty, let size = Int32(exactly: bytes.count), let context = htmlNewParserCtxt() else {
            return MarkupTree(nodes: [])
        }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        xmlResetLastError()
        let document = bytes.withUnsafeBytes { bytes in
            htmlCtxtReadMemory(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, encoding, Int32(options))
        }
        guard let document else { return MarkupTree(nodes: []) }
        defer { xmlFreeDoc(document) }
        // The parser halts at 256 open elements or 10 MB of text and says so nowhere else.
        let cut = context.pointee.disableSAX != 0
        let line = context.pointee.input.map { Int($0.pointee.line) } ?? 0
        return MarkupTree(
            nodes: nodes(of: document), cutAtLine: cut ? max(line, 1) : nil, linkedData: linkedData(in: document))
    }

    /// Whether text in the encoding of that name can be read.
    static func isEncoding(_ label: String) -> Bool {
        guard let handler = xmlFindCharEncodingHandler(label) else { return false }
        xmlCharEncCloseFunc(handler)
        return true
    }

    /// The texts of the document's `<script type="application/ld+json">` elements, in order.
    private static func linkedData(in document: htmlDocPtr) -> [MarkupTree.LinkedData] {
        var found: [MarkupTree.LinkedData] = []
        var next = xmlDocGetRootElement(document)
        let root = next
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE, xmlStrcasecmp(node.pointee.name, "script") == 0,
                attributes(of: node).contains(where: {
                    $0.name == "type" && $0.value.lowercased().contains("application/ld+json")
                }), let content = xmlNodeGetContent(node)
            {
                found.append(MarkupTree.LinkedData(text: string(content), line: Int(xmlGetLineNo(node))))
                earshot_xml_free(content)
            }
            if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
                next = child
                continue
            }
            var at = node
            while at != root, at.pointee.next == nil, let parent = at.pointee.parent { at = parent }
            next = at == root ? nil : at.pointee.next
        }
        return found
    }

    /// Copies the document's elements and texts, walking without recursion.
    private static func nodes(of document: htmlDocPtr) -> [MarkupTree.Node] {
        var nodes: [MarkupTree.Node] = []
        var open: [Int] = []
        var next = xmlDocGetRootElement(document)
        while let node = next {
            let isElement = node.pointee.type == XML_ELEMENT_NODE
            var hasOpened = false
            if isElement {
                let name = string(node.pointee.name).lowercased()
                nodes.append(
                    MarkupTree.Node(
                        name: name, text: "", attributes: attributes(of: node), line: Int(xmlGetLineNo(node)),
                        parent: open.last ?? -1, end: nodes.count + 1))
                hasOpened = name != "script" && name != "style" && node.pointee.children != nil
            } else if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
                nodes.append(
                    MarkupTree.Node(
                        name: "", text: string(node.pointee.content), attributes: [], line: 0, parent: open.last ?? -1,
                        end: nodes.count + 1))
            }
            if hasOpened {
                open.append(nodes.count - 1)
                next = node.pointee.children
                continue
            }
            var at = node
            while at.pointee.next == nil, let last = open.popLast() {
                nodes[last].end = nodes.count
                guard let parent = at.pointee.parent else { break }
                at = parent
            }
            next = at.pointee.next
        }
        for index in open { nodes[index].end = nodes.count }
        return nodes
    }

    private static func attributes(of node: xmlNodePtr) -> [MarkupTree.Attribute] {
        var found: [MarkupTree.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            var value = ""
            if let content = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1) {
                value = string(content)
                earshot_xml_free(content)
            }
            found.append(MarkupTree.Attribute(name: string(attribute.pointee.name).lowercased(), value: value))
            next = attribute.pointee.next
        }
        return found
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    // MARK: - XML

    /// Reads an XML document that comes in pieces and hands its events over, in order; memory stays bounded by the
    /// longest text (10 MB).
    ///
    /// Throws a `Diagnostic` where the document is not well formed or declares entities of its own, or whatever `emit`
    /// throws.
    static func xml(_ feed: XMLFeed, path: String, emit: (XMLEvent) throws -> Void) throws {
        let holder = Unmanaged.passRetained(XMLFault())
        defer { holder.release() }
        let source = Unmanaged.passRetained(feed)
        defer { source.release() }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_COMPACT.rawValue | (feed.encoding == "UTF-8" ? XML_PARSE_IGNORE_ENC.rawValue : 0)
        let reader = xmlReaderForIO(pull, nil, source.toOpaque(), nil, feed.encoding, Int32(options))
        guard let reader else {
            if let fault = feed.fault { throw fault }
            throw Diagnostic(
                .error, "The file is empty or its encoding \"\(feed.encoding)\" is not known", at: path,
                mend: "Save or download it again, as UTF-8")
        }
        defer { xmlFreeTextReader(reader) }
        xmlTextReaderSetStructuredErrorHandler(reader, keepFault, holder.toOpaque())
        var names = XMLNames()
        while true {
            switch xmlTextReaderRead(reader) {
            case 1: try handOver(reader, &names, path, emit)
            case 0: return
            default:
                if let fault = feed.fault { throw fault }
                throw fault(holder.takeUnretainedValue(), path)
            }
        }
    }

    /// Hands the parser the next bytes.
    private static let pull: xmlInputReadCallback = { context, buffer, length in
        guard let context, let buffer, length > 0 else { return -1 }
        let feed = Unmanaged<XMLFeed>.fromOpaque(context).takeUnretainedValue()
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
        return Int32(feed.read(into: room))
    }

    /// The character for an HTML entity's name ("eacute"); `nil` for names that HTML has not.
    static func entity(_ name: String) -> Unicode.Scalar? {
        guard let found = htmlEntityLookup(name) else { return nil }
        return Unicode.Scalar(found.pointee.value)
    }

    /// Keeps the first error of a document; later ones follow from it.
    private static let keepFault: xmlStructuredErrorFunc = { context, error in
        guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        // What libxml2 says of a document cut off is "Extra content at the end of the document".
        let isEnd = error.pointee.code == Int32(XML_ERR_DOCUMENT_END.rawValue)
        let text = isEnd ? "" : error.pointee.message.map { String(cString: $0) } ?? ""
        let fault = Unmanaged<XMLFault>.fromOpaque(context).takeUnretainedValue()
        if fault.line == 0 { (fault.line, fault.text) = (Int(error.pointee.line), MarkupText.collapsed(text)) }
    }

    private static func handOver(
        _ reader: xmlTextReaderPtr, _ names: inout XMLNames, _ path: String, _ emit: (XMLEvent) throws -> Void
    ) throws {
        switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue:
            let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
            let name = names.name(at: reader)
            let line = Int(xmlTextReaderGetParserLineNumber(reader))
            var attributes: [MarkupTree.Attribute] = []
            while xmlTextReaderMoveToNextAttribute(reader) == 1 {
                attributes.append(
                    MarkupTree.Attribute(
                        name: names.name(at: reader), value: string(xmlTextReaderConstValue(reader))))
            }
            xmlTextReaderMoveToElement(reader)
            try emit(.start(name, attributes: attributes, line: line))
            if isEmpty { try emit(.end) }
        case XML_READER_TYPE_END_ELEMENT.rawValue:
            try emit(.end)
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
            XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
            try emit(.text(string(xmlTextReaderConstValue(reader))))
        case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
            try refuseEntities(reader, path)
        case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
            throw ownEntities(path)
        default: break
        }
    }

    private static func refuseEntities(_ reader: xmlTextReaderPtr, _ path: String) throws {
        guard let node = xmlTextReaderCurrentNode(reader) else { return }
        let declares = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlDtd.self).pointee
        if declares.entities != nil || declares.pentities != nil { throw ownEntities(path) }
    }

    private static func ownEntities(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "The file declares entities of its own, which are never read", at: path,
            mend: "Take the DOCTYPE out of the file, or export it again without one")
    }

    private static func fault(_ fault: XMLFault, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "The XML breaks off or is not well formed", at: fault.line > 0 ? "\(path):\(fault.line)" : path,
            mend: MarkupText.collapsed("Save or export the file again. \(fault.text)"))
    }
}

/// What the parser found wrong first.
private final class XMLFault {
    var line = 0
    var text = ""
}

/// The names of a document's elements and attributes, each made once. The parser keeps one copy of each name and
/// namespace as long as it lives, so that their addresses tell them apart.
private struct XMLNames {
    private struct Key: Hashable {
        var name: UnsafePointer<xmlChar>
        var namespace: UnsafePointer<xmlChar>?
    }

    private var known: [Key: String] = [:]
    private var namespaces = XMLNamespaces()
    /// Names met lately, each at the place that its address gives it: found faster than among all that are known.
    private var recent = [(key: Key, name: String)?](repeating: nil, count: 256)

    mutating func name(at reader: xmlTextReaderPtr) -> String {
        guard let written = xmlTextReaderConstName(reader) else { return "" }
        let key = Key(name: written, namespace: xmlTextReaderConstNamespaceUri(reader))
        let hash = UInt64(UInt(bitPattern: written)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(hash >> 56)
        if let (met, name) = recent[place], met == key { return name }
        let name = known[key] ?? made(key)
        recent[place] = (key, name)
        return name
    }

    private mutating func made(_ key: Key) -> String {
        var name = String(cString: key.name)
        let prefix = namespaces.prefix(key.namespace.map { String(cString: $0) } ?? "")
        if let prefix, !name.hasPrefix("xmlns") {
            let local = name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name
            name = prefix.isEmpty ? local : "\(prefix):\(local)"
        }
        // A hostile file may have any number of names.
        if known.count < 10_000 { known[key] = name }
        return name
    }
}
