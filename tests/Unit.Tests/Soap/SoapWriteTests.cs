using Cleverence.Connectivity;

namespace Unit.Tests.Soap;

/// <summary>Arguments become the XML that the schemas ask for.</summary>
[TestClass]
public sealed class SoapWriteTests
{
    private const string Nil = "xsi:nil=\"true\"";

    [TestMethod]
    [DataRow("terminal-gate.wsdl", "Ping", "{}", "<Ping xmlns=\"urn:demo:gate\" />", DisplayName = "no parameters")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{Warehouse:'000000007',OnDate:'2026-03-02T00:00:00'}", "<GetRemains xmlns=\"urn:demo:gate\"><Warehouse>000000007</Warehouse><OnDate>2026-03-02T00:00:00</OnDate><Comment " + Nil + " /></GetRemains>", DisplayName = "wrapped, nillable left out becomes nil")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{comment:'a<b&c',ONDATE:'2026-03-02T10:20:30+03:00',warehouse:'7'}", "<GetRemains xmlns=\"urn:demo:gate\"><Warehouse>7</Warehouse><OnDate>2026-03-02T10:20:30+03:00</OnDate><Comment>a&lt;b&amp;c</Comment></GetRemains>", DisplayName = "order of the schema, names without case, escaping")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{'#0':'7','#1':'2026-03-02','#2':null}", "<GetRemains xmlns=\"urn:demo:gate\"><Warehouse>7</Warehouse><OnDate>2026-03-02T00:00:00</OnDate><Comment " + Nil + " /></GetRemains>", DisplayName = "by position")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:[{Code:'A-1',Qty:12.50},{Code:'A-2',Qty:3,Date:'2026-03-02T00:00:00'}]}", "<Записать xmlns=\"urn:demo:gate\"><Документ><Row><Code>A-1</Code><Qty>12.50</Qty></Row><Row><Code>A-2</Code><Qty>3</Qty><Date>2026-03-02T00:00:00</Date></Row></Документ></Записать>", DisplayName = "Cyrillic, a list for a type that is a list, decimals with their digits")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:{Row:[{Code:'A',Qty:1,Date:null}]}}", "<Записать xmlns=\"urn:demo:gate\"><Документ><Row><Code>A</Code><Qty>1</Qty><Date " + Nil + " /></Row></Документ></Записать>", DisplayName = "the same list as a record")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:[]}", "<Записать xmlns=\"urn:demo:gate\"><Документ /></Записать>", DisplayName = "an empty list")]
    [DataRow("asmx.wsdl", "GetItems", "{codes:['a',null],limit:5}", "<GetItems xmlns=\"http://tempuri.org/\"><codes><string>a</string><string " + Nil + " /></codes><limit>5</limit></GetItems>", DisplayName = "array of strings with a null")]
    [DataRow("asmx.wsdl", "GetItems", "{limit:'5'}", "<GetItems xmlns=\"http://tempuri.org/\"><limit>5</limit></GetItems>", DisplayName = "optional left out, number as text")]
    [DataRow("asmx.wsdl", "GetData", "{}", "<GetData xmlns=\"http://tempuri.org/\" />", DisplayName = "schema reference of data sets")]
    [DataRow("split/service.wsdl", "Order", "{to:{city:'Tver'},price:{'#text':9.90,'@currency':'RUB'}}", "<Order xmlns=\"urn:split:types\"><to><city xmlns=\"\">Tver</city></to><price currency=\"RUB\" xmlns=\"urn:split:money\">9.90</price></Order>", DisplayName = "imports, an include without namespace, two namespaces")]
    [DataRow("split/service.wsdl", "Order", "{to:{city:'Tver'},price:9.90}", "<Order xmlns=\"urn:split:types\"><to><city xmlns=\"\">Tver</city></to><price xmlns=\"urn:split:money\">9.90</price></Order>", DisplayName = "text alone where attributes are optional")]
    [DataRow("bare.wsdl", "Find", "{Code:'x'}", "<Code xmlns=\"urn:t\">x</Code>", DisplayName = "bare, one simple element")]
    [DataRow("bare.wsdl", "Place", "{Order:{number:7,Line:[{sku:'a','#text':1.5},{sku:'b',unit:'kg','#text':2}]}}", "<Order number=\"7\" xmlns=\"urn:t\"><Line sku=\"a\">1.5</Line><Line sku=\"b\" unit=\"kg\">2</Line></Order>", DisplayName = "bare, attributes by their plain names")]
    [DataRow("bare.wsdl", "Ask", "{Question:{byId:5}}", "<Question xmlns=\"urn:t\"><byId>5</byId></Question>", DisplayName = "bare, a choice")]
    [DataRow("bare.wsdl", "Ask", "{Question:{byId:5,byCode:null}}", "<Question xmlns=\"urn:t\"><byId>5</byId></Question>", DisplayName = "null is no choice")]
    [DataRow("bare.wsdl", "Both", "{Answer:4,Code:'x'}", "<Code xmlns=\"urn:t\">x</Code><Answer xmlns=\"urn:t\">4</Answer>", DisplayName = "bare, two parts")]
    [DataRow("rpc.wsdl", "Divide", "{a:7,b:2}", "<Divide xmlns=\"urn:rpc\"><a xmlns=\"\">7</a><b xmlns=\"\">2</b></Divide>", DisplayName = "rpc/literal, parts without namespace")]
    [DataRow("rpc.wsdl", "Move", "{by:0.5,from:{x:1,y:-2.25}}", "<Move xmlns=\"urn:rpc\"><from xmlns=\"\"><x>1</x><y>-2.25</y></from><by xmlns=\"\">0.5</by></Move>", DisplayName = "rpc/literal, a record")]
    [DataRow("jaxws.wsdl", "list", "{filter:{names:['a','b'],from:'2026-01-01T00:00:00Z'}}", "<list xmlns=\"urn:t\"><filter xmlns=\"\"><names>a</names><names>b</names><from>2026-01-01T00:00:00Z</from></filter></list>", DisplayName = "unqualified elements, repeating text")]
    [DataRow("jaxws.wsdl", "list", "{filter:{names:'only'}}", "<list xmlns=\"urn:t\"><filter xmlns=\"\"><names>only</names></filter></list>", DisplayName = "one value for a repeating element")]
    [DataRow("jaxws.wsdl", "list", "{}", "<list xmlns=\"urn:t\" />", DisplayName = "nothing given, nothing wanted")]
    [DataRow("inheritance.wsdl", "Draw", "{shape:{'@xsi:type':'Circle',name:'c',radius:2}}", "<Draw xmlns=\"urn:t\"><shape xsi:type=\"Circle\"><name>c</name><radius>2</radius></shape></Draw>", DisplayName = "a derived type")]
    [DataRow("inheritance.wsdl", "Draw", "{shape:{'@xsi:type':'{urn:t}Ring',name:'r',radius:2,hole:1,solid:true}}", "<Draw xmlns=\"urn:t\"><shape xsi:type=\"Ring\" solid=\"true\"><name>r</name><radius>2</radius><hole>1</hole></shape></Draw>", DisplayName = "derived twice, named with its namespace")]
    [DataRow("inheritance.wsdl", "Draw", "{shape:{'@xsi:type':'Circle',name:'c',radius:2},label:{name:'l'}}", "<Draw xmlns=\"urn:t\"><shape xsi:type=\"Circle\"><name>c</name><radius>2</radius></shape><label><name>l</name></label></Draw>", DisplayName = "a restricted type")]
    [DataRow("inheritance.wsdl", "Lend", "{book:'b'}", "<Lend xmlns=\"urn:t\"><book>b</book></Lend>", DisplayName = "a substitution group")]
    [DataRow("groups.wsdl", "Save", "{contact:{first:'a',last:'b',phone:'1',lang:'ru'}}", "<Save xmlns=\"urn:t\"><contact lang=\"ru\"><first>a</first><last>b</last><phone>1</phone></contact></Save>", DisplayName = "groups of elements and attributes")]
    [DataRow("groups.wsdl", "Save", "{contact:{first:'a',last:'b',city:'c',street:'s','#any':'<x xmlns=\"urn:x\"><y>1</y></x>'}}", "<Save xmlns=\"urn:t\"><contact><first>a</first><last>b</last><city>c</city><street>s</street><x xmlns=\"urn:x\"><y>1</y></x></contact></Save>", DisplayName = "a sequence in a choice, any element as text")]
    [DataRow("groups.wsdl", "Save", "{box:{d:3,h:2,w:1}}", "<Save xmlns=\"urn:t\"><box><w>1</w><h>2</h><d>3</d></box></Save>", DisplayName = "all")]
    [DataRow("groups.wsdl", "Save", "{tree:{title:'a',child:[{title:'b',child:[{title:'c'}]},{title:'d'}]}}", "<Save xmlns=\"urn:t\"><tree><title>a</title><child><title>b</title><child><title>c</title></child></child><child><title>d</title></child></tree></Save>", DisplayName = "a recursive type")]
    [DataRow("groups.wsdl", "Save", "{pairs:{key:['a','b'],value:[1,2]}}", "<Save xmlns=\"urn:t\"><pairs><key>a</key><value>1</value><key>b</key><value>2</value></pairs></Save>", DisplayName = "a repeating sequence")]
    [DataRow("groups.wsdl", "Save", "{log:{info:['i','j'],error:'e'}}", "<Save xmlns=\"urn:t\"><log><info>i</info><error>e</error><info>j</info></log></Save>", DisplayName = "a repeating choice")]
    [DataRow("groups.wsdl", "Save", "{text:{'#text':'plain ',b:['bold']}}", "<Save xmlns=\"urn:t\"><text>plain <b>bold</b></text></Save>", DisplayName = "mixed content")]
    [DataRow("groups.wsdl", "Save", "{text:'plain'}", "<Save xmlns=\"urn:t\"><text>plain</text></Save>", DisplayName = "mixed content, text alone")]
    [DataRow("types.wsdl", "Echo", "{f_boolean:true,f_int:-5,f_long:9007199254740993,f_decimal:0.10,f_double:1.5,f_float:2}", "<Echo xmlns=\"urn:t\"><f_boolean>true</f_boolean><f_int>-5</f_int><f_long>9007199254740993</f_long><f_decimal>0.10</f_decimal><f_double>1.5</f_double><f_float>2</f_float></Echo>", DisplayName = "numbers without a float")]
    [DataRow("types.wsdl", "Echo", "{f_boolean:'1',f_int:5.0,f_integer:'123456789012345678901',f_decimal:'12.50'}", "<Echo xmlns=\"urn:t\"><f_boolean>true</f_boolean><f_int>5</f_int><f_integer>123456789012345678901</f_integer><f_decimal>12.50</f_decimal></Echo>", DisplayName = "numbers as text")]
    [DataRow("types.wsdl", "Echo", "{f_dateTime:'2026-03-02T10:20:30.125',f_date:'2026-03-02',f_time:'10:20:30',f_duration:'P1DT2H',f_gYear:'2026'}", "<Echo xmlns=\"urn:t\"><f_dateTime>2026-03-02T10:20:30.125</f_dateTime><f_date>2026-03-02</f_date><f_time>10:20:30</f_time><f_duration>P1DT2H</f_duration><f_gYear>2026</f_gYear></Echo>", DisplayName = "dates, times and durations")]
    [DataRow("types.wsdl", "Echo", "{f_base64Binary:'AAEC',f_hexBinary:'0aFF'}", "<Echo xmlns=\"urn:t\"><f_base64Binary>AAEC</f_base64Binary><f_hexBinary>0aFF</f_hexBinary></Echo>", DisplayName = "bytes")]
    [DataRow("types.wsdl", "Echo", "{color:'red',code:'A-12',percent:100,numbers:[1,2,3],size:'small',only:'one'}", "<Echo xmlns=\"urn:t\"><color>red</color><code>A-12</code><percent>100</percent><numbers>1 2 3</numbers><size>small</size><only>one</only></Echo>", DisplayName = "enumeration, pattern, bounds, list, union, fixed")]
    [DataRow("types.wsdl", "Echo", "{f_anyType:5}", "<Echo xmlns=\"urn:t\"><f_anyType xsi:type=\"xsd:long\">5</f_anyType></Echo>", DisplayName = "any type carries its kind")]
    [DataRow("types.wsdl", "Echo", "{f_anyType:{a:'x',b:[true]}}", "<Echo xmlns=\"urn:t\"><f_anyType><a xsi:type=\"xsd:string\" xmlns=\"\">x</a><b xsi:type=\"xsd:boolean\" xmlns=\"\">true</b></f_anyType></Echo>", DisplayName = "any type, a record")]
    [DataRow("one-way.wsdl", "Notify", "{text:'t'}", "<Notify xmlns=\"urn:t\"><text>t</text></Notify>", DisplayName = "one way")]
    public void Arguments_are_written_by_the_schema(string wsdl, string operation, string arguments, string expected) =>
        Wsdls.Body(wsdl, operation, arguments).Should().Be(expected);

    [TestMethod]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{}", "Warehouse: missing|OnDate: missing")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{Warehouse:null,OnDate:'tomorrow',Colour:1}", "Colour: unknown|Warehouse: missing|OnDate: 'tomorrow' is not a date and time (2026-05-31T14:03:00)")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{Warehouse:{a:1},OnDate:5}", "Warehouse: a record is not text|OnDate: 5 is not a date and time (2026-05-31T14:03:00)")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{Warehouse:'a',warehouse:'b',OnDate:'2026-01-01T00:00:00'}", "Warehouse: given twice")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "{'#0':'1','#1':'2026-01-01T00:00:00','#2':'3','#3':'4'}", "argument 4: unknown")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:[{Code:'a'},{Qty:'many',Name:'x'}]}", "Документ[0].Qty: missing|Документ[1].Name: unknown; known: Code, Qty, Date|Документ[1].Code: missing|Документ[1].Qty: 'many' is not a number")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:'text'}", "Документ[0]: 'text' is not a record")]
    [DataRow("terminal-gate.wsdl", "Записать", "{Документ:[{Code:'a\\u0001',Qty:1}]}", "Документ[0].Code: it holds a character that XML cannot carry")]
    [DataRow("bare.wsdl", "Place", "{Order:{Line:[{'#text':1}]}}", "Order.@number: missing|Order.Line[0].@sku: missing")]
    [DataRow("bare.wsdl", "Ask", "{Question:{byId:5,byCode:'a'}}", "Question: give only one of byCode, byId")]
    [DataRow("bare.wsdl", "Ask", "{Question:{}}", "Question: give one of byCode, byId")]
    [DataRow("inheritance.wsdl", "Draw", "{shape:{name:'c'}}", "shape: needs @xsi:type, one of Circle, Ring")]
    [DataRow("inheritance.wsdl", "Draw", "{shape:{'@xsi:type':'Square',name:'c'}}", "shape.@xsi:type: 'Square' is not one of Circle, Ring")]
    [DataRow("groups.wsdl", "Save", "{three:[1,2,3,4]}", "three: 4 given, at most 3 allowed")]
    [DataRow("groups.wsdl", "Save", "{contact:{first:'a',last:'b',phone:'1',city:'c',street:'s'}}", "contact: give only one of phone, city, street")]
    [DataRow("groups.wsdl", "Save", "{contact:{first:'a',last:'b',phone:'1','#any':'<broken'}}", "contact.#any: it is not one XML element")]
    [DataRow("types.wsdl", "Echo", "{color:'blue',percent:101,f_int:3000000000,f_unsignedByte:-1,f_boolean:'maybe'}", "f_boolean: 'maybe' is not true or false|f_int: 3000000000 is not a whole number of type xs:int|f_unsignedByte: -1 is not a whole number of type xs:unsignedByte|color: 'blue' is not one of red, green|percent: 101 breaks a rule of its type")]
    [DataRow("types.wsdl", "Echo", "{code:'abc',only:'two',f_base64Binary:'?',f_duration:'long'}", "f_duration: 'long' is not a value of type xs:duration|f_base64Binary: '?' is not base64|code: 'abc' breaks a rule of its type|only: only one is allowed")]
    [DataRow("types.wsdl", "Echo", "{f_date:'2026-03-02T10:00:00',numbers:[1,'x'],size:'huge',f_hexBinary:'0'}", "f_date: '2026-03-02T10:00:00' is not a date (2026-05-31)|f_hexBinary: '0' is not a value of type xs:hexBinary|numbers: 'x' is not a whole number of type xs:int|size: 'huge' is not a whole number of type xs:int or one of small")]
    [DataRow("rpc.wsdl", "Divide", "{a:null}", "a: missing|b: missing")]
    public void Everything_wrong_is_named_at_once(string wsdl, string operation, string arguments, string expected)
    {
        var call = () => Wsdls.Body(wsdl, operation, arguments);

        var error = call.Should().Throw<ConnectorException>().Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Offenders.Select(line => line.Split(" (The ")[0]).Should().Equal(expected.Split('|'));
        error.MessageRu.Should().NotBeNull().And.NotBe(error.Message);
    }
}
