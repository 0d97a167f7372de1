import CLibXML2
import EarshotCore

/// The only file that touches libxml2. It takes bytes, hands back values, and frees what it made.
///
/// No network, no entities of the document's own, no external files, no lifted limits: libxml2's own bounds (256 levels,
/// 10 MB a text) stay in force.
enum LibXML {
    /// Reads an HTML page. Such a page is never refused: what is not well formed is mended as browsers do.
    static func html(_ utf8: [UInt8]) -> MarkupTree {
        guard !utf8.isEmpty, let size = Int32(exactly: utf8.count), let context = htmlNewParserCtxt() else {
            return MarkupTree(nodes: [])
        }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        xmlResetLastError()
        let document = utf8.withUnsafeBytes { bytes in
            htmlCtxtReadMemory(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, "UTF-8", Int32(options))
        }
        guard let document else { return MarkupTree(nodes: []) }
        defer { xmlFreeDoc(document) }
        // The parser halts at 256 open elements or 10 MB of text and says so nowhere else.
        let cut = context.pointee.disableSAX != 0
        let line = context.pointee.input.map { Int($0.pointee.line) } ?? 0
        return MarkupTree(nodes: nodes(of: document), cutAtLine: cut ? max(line, 1) : nil)
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

    /// Reads an XML document and hands its events over, in order.
    ///
    /// Throws a `Diagnostic` where the document is not well formed or declares entities of its own, or whatever `emit`
    /// throws.
    static func xml(_ utf8: [UInt8], path: String, emit: (XMLEvent) throws -> Void) throws {
        guard let size = Int32(exactly: utf8.count) else {
            throw Diagnostic(
                .error, "The file is larger than 2 GB", at: path, mend: "Save only what belongs to the meeting")
        }
        let holder = Unmanaged.passRetained(XMLFault())
        defer { holder.release() }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_COMPACT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        try utf8.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let reader = xmlReaderForMemory(start, size, nil, "UTF-8", Int32(options)) else {
                throw Diagnostic(.error, "The file is empty", at: path, mend: "Save or download it again")
            }
            defer { xmlFreeTextReader(reader) }
            xmlTextReaderSetStructuredErrorHandler(reader, keepFault, holder.toOpaque())
            while true {
                switch xmlTextReaderRead(reader) {
                case 1: try handOver(reader, path, emit)
                case 0: return
                default: throw fault(holder.takeUnretainedValue(), path)
                }
            }
        }
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

    private static func handOver(_ reader: xmlTextReaderPtr, _ path: String, _ emit: (XMLEvent) throws -> Void) throws {
        switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue:
            let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
            let name = string(xmlTextReaderConstName(reader))
            let line = Int(xmlTextReaderGetParserLineNumber(reader))
            var attributes: [MarkupTree.Attribute] = []
            while xmlTextReaderMoveToNextAttribute(reader) == 1 {
                attributes.append(
                    MarkupTree.Attribute(
                        name: string(xmlTextReaderConstName(reader)), value: string(xmlTextReaderConstValue(reader))))
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
