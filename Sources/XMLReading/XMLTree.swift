import CLibXML2

/// Turns libxml2's tree into ours.
struct XMLTree {
    private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    let locations: [XMLLocation]
    let file: String

    /// Copies an element and what is in it; the depth is bounded by the parse that made it.
    func element(_ node: xmlNodePtr) -> XMLElement {
        var children: [XMLElement] = []
        var text = ""
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            switch unsafe child.pointee.type {
            case XML_ELEMENT_NODE:
                unsafe children.append(self.element(child))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                unsafe text += Self.string(child.pointee.content)
            default:
                break
            }
            unsafe next = child.pointee.next
        }
        return XMLElement(
            name: unsafe Self.name(node.pointee.name, node.pointee.ns),
            attributes: unsafe Self.attributes(of: node),
            children: children,
            text: text,
            location: unsafe Self.location(of: node, in: self.locations)
                ?? XMLLocation(file: self.file, line: Int(xmlGetLineNo(node)))
        )
    }

    /// Where the element's tag begins: the parse left the place's number, from 1, in the node.
    static func location(of node: xmlNodePtr, in locations: [XMLLocation]) -> XMLLocation? {
        guard unsafe node.pointee.type == XML_ELEMENT_NODE else {
            return nil
        }
        let index = unsafe Int(bitPattern: node.pointee._private) - 1
        return locations.indices.contains(index) ? locations[index] : nil
    }

    /// Removes the hints where editors find a schema, which libxml2 would otherwise open when it validates.
    static func removeSchemaHints(_ root: xmlNodePtr) {
        var waiting = unsafe [root]
        while let node = unsafe waiting.popLast() {
            var attribute = unsafe node.pointee.properties
            while let current = unsafe attribute {
                unsafe attribute = current.pointee.next
                if unsafe Self.isSchemaHint(current) {
                    unsafe xmlRemoveProp(current)
                }
            }
            var child = unsafe node.pointee.children
            while let current = unsafe child {
                if unsafe current.pointee.type == XML_ELEMENT_NODE {
                    unsafe waiting.append(current)
                }
                unsafe child = current.pointee.next
            }
        }
    }

    private static func attributes(of node: xmlNodePtr) -> [XMLElement.Attribute] {
        var attributes: [XMLElement.Attribute] = []
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            if unsafe !Self.isSchemaHint(attribute) {
                var value = ""
                var part = unsafe attribute.pointee.children
                while let current = unsafe part {
                    unsafe value += Self.string(current.pointee.content)
                    unsafe part = current.pointee.next
                }
                let name = unsafe Self.name(attribute.pointee.name, attribute.pointee.ns)
                attributes.append(XMLElement.Attribute(name: name, value: value))
            }
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    private static func isSchemaHint(_ attribute: xmlAttrPtr) -> Bool {
        guard let namespace = unsafe attribute.pointee.ns else {
            return false
        }
        return unsafe Self.string(namespace.pointee.href) == Self.schemaInstance
    }

    private static func name(_ name: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> String {
        let local = unsafe Self.string(name)
        guard let prefix = unsafe namespace?.pointee.prefix else {
            return local
        }
        return unsafe Self.string(prefix) + ":" + local
    }

    /// Copies a string that libxml2 ended with a zero octet.
    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
        unsafe characters.map { unsafe String(cString: $0) } ?? ""
    }
}
