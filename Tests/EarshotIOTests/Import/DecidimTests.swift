import EarshotCore
import EarshotIO
import Testing

@Suite("Decidim exports")
struct DecidimTests {
    @Test("a reply's commentable is the comment it answers; all comments on a proposal are one thread")
    func replies() throws {
        let url = "https://decide.example/p/1"
        let read = try TableOutcome(
            "id;body;alignment;depth;commentable_id;commentable_type;root_commentable_url\n"
                + "1;a;1;0;1;Decidim::Proposals::Proposal;\(url)\n2;b;-1;1;1;Decidim::Comments::Comment;\(url)\n"
                + "3;c;0;1;1;Decidim::Comments::Comment;\(url)\n")
        #expect(read.threads.map(\.url) == [url])
        #expect(read.comments.map { $0.parent?.rawValue } == [nil, "1", "1"])
        #expect(read.comments.map(\.declaredPosition) == [.support, .oppose, nil])
    }

    @Test("where only the depth is given, a reply answers the last comment one level up in its thread")
    func depth() throws {
        let read = try TableOutcome(
            "id,body,depth,commentable_id\n1,a,0,7\n2,b,0,8\n3,c,1,7\n4,d,1,8\n5,e,2,7\n6,f,1,7\n7,g,9,7\n")
        #expect(read.comments.map { $0.parent?.rawValue } == [nil, nil, "1", "2", "3", "1", nil])
    }

    @Test("a proposal opens the thread that its comments are in")
    func proposals() throws {
        let url = "https://decide.example/p/1"
        let proposals = try TableOutcome(
            "id,component/id,title/en,title/cy,body/en,body/cy,url\n1,2,,Pwll,,<p>Cynnes &amp; glân</p>,\(url)\n")
        let comments = try TableOutcome("id,body,depth,commentable_id,root_commentable_url\n1,Da iawn,0,1,\(url)\n")
        #expect(proposals.format == "decidim-proposals")
        #expect(proposals.threads.map(\.title) == ["Pwll"])
        #expect(proposals.comments.map(\.kind) == [.opening])
        #expect(proposals.comments.map(\.text) == ["Cynnes & glân"])
        #expect(proposals.threads.map(\.id) == comments.threads.map(\.id))
    }

    @Test("a body in several languages is read in the first that holds words")
    func languages() throws {
        let read = try TableOutcome(
            "id,body,depth,commentable_id\n1,\"{\"\"cy\"\":\"\"\"\",\"\"en\"\":\"\"Warm it\"\"}\",0,7\n2,{not json},0,7\n"
        )
        #expect(read.comments.map(\.text) == ["Warm it", "{not json}"])
    }
}
