using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>Answers become values by the schemas, and by good will where the schemas are silent.</summary>
[TestClass]
public sealed class SoapReadTests
{
    [TestMethod]
    [DataRow("terminal-gate.wsdl", "Ping", "<m:PingResponse xmlns:m='urn:demo:gate'><m:return>true</m:return></m:PingResponse>", "true", DisplayName = "one result is the value")]
    [DataRow("terminal-gate.wsdl", "Ping", "<m:PingResponse xmlns:m='urn:demo:gate'><return>1</return></m:PingResponse>", "true", DisplayName = "an inner namespace forgotten")]
    [DataRow("terminal-gate.wsdl", "Ping", "<m:PingResponse xmlns:m='urn:demo:gate'/>", "null", DisplayName = "a procedure without a result")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return><m:Row><m:Code>A-1</m:Code><m:Qty>12.50</m:Qty></m:Row><m:Row><m:Code/><m:Qty>3</m:Qty><m:Date>2026-03-02T10:20:30</m:Date></m:Row></m:return><m:Comment>calculated</m:Comment></m:GetRemainsResponse>", "{'return':{'columns':['Code:string','Qty:decimal','Date:dateTime'],'rows':[['A-1',12.50,null],['',3,'2026-03-02T10:20:30']]},'Comment':'calculated'}", DisplayName = "return and an out parameter, rows to a table")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return/><m:Comment xsi:nil='true'/></m:GetRemainsResponse>", "{'return':{'columns':['Code:string','Qty:decimal','Date:dateTime'],'rows':[]},'Comment':null}", DisplayName = "no rows keep the columns, nil is null")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return xsi:nil='1'/></m:GetRemainsResponse>", "{'return':null}", DisplayName = "a nil table is null")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return><m:Row><m:Code>A</m:Code><m:Qty>1</m:Qty><m:Extra>x</m:Extra></m:Row><m:Row><m:Code>B</m:Code><m:Qty>2</m:Qty></m:Row></m:return></m:GetRemainsResponse>", "{'return':{'columns':['Code:string','Qty:decimal','Date:dateTime','Extra:string'],'rows':[['A',1,null,'x'],['B',2,null,null]]}}", DisplayName = "an element the schema does not know")]
    [DataRow("asmx.wsdl", "GetItems", "<GetItemsResponse xmlns='http://tempuri.org/'><GetItemsResult><Item Id='1'><Name>a</Name><Price>1.10</Price><Tags><string>x</string><string>y</string></Tags></Item><Item xsi:nil='true'/><Item Id='3' Colour='red'><Price>2</Price></Item></GetItemsResult></GetItemsResponse>", "{'columns':['@Id:integer','Name:string','Price:decimal','Tags:list','@Colour:string'],'rows':[[1,'a',1.10,['x','y'],null],[null,null,null,null,null],[3,null,2,null,'red']]}", DisplayName = "attributes, nil rows, lists in cells")]
    [DataRow("asmx.wsdl", "GetData", "<GetDataResponse xmlns='http://tempuri.org/'><GetDataResult><xs:schema id='a'/><diff xmlns='urn:d'><r>1</r></diff></GetDataResult></GetDataResponse>", "{'#any':['<xs:schema id=\\'a\\' xmlns:xs=\\'http://www.w3.org/2001/XMLSchema\\' />','<diff xmlns=\\'urn:d\\'><r>1</r></diff>']}", DisplayName = "any elements as text")]
    [DataRow("split/service.wsdl", "Order", "<OrderResponse xmlns='urn:split:types'><price xmlns='urn:split:money' currency='RUB'>9.90</price></OrderResponse>", "{'@currency':'RUB','#text':9.90}", DisplayName = "text with attributes")]
    [DataRow("bare.wsdl", "Find", "<Answer xmlns='urn:t'>42</Answer>", "42", DisplayName = "bare")]
    [DataRow("bare.wsdl", "Place", "<Order xmlns='urn:t' number='7'><Line sku='a'>1.5</Line><Line sku='b' unit='kg'>2</Line></Order>", "{'@number':7,'Line':{'columns':['@sku:string','@unit:string','#text:decimal'],'rows':[['a',null,1.5],['b','kg',2]]}}", DisplayName = "bare, attributes")]
    [DataRow("bare.wsdl", "Ask", "<Question xmlns='urn:t'><byId>5</byId></Question>", "{'byId':5}", DisplayName = "the choice made")]
    [DataRow("bare.wsdl", "Both", "<Code xmlns='urn:t'>x</Code><Answer xmlns='urn:t'>4</Answer>", "{'Code':'x','Answer':4}", DisplayName = "two parts")]
    [DataRow("rpc.wsdl", "Divide", "<r:DivideResponse xmlns:r='urn:rpc'><quotient>3</quotient><rest>1</rest></r:DivideResponse>", "{'quotient':3,'rest':1}", DisplayName = "rpc, two parts")]
    [DataRow("rpc.wsdl", "Move", "<r:MoveResponse xmlns:r='urn:rpc'><to><x>1.5</x><y>-2</y></to></r:MoveResponse>", "{'x':1.5,'y':-2}", DisplayName = "rpc, a record")]
    [DataRow("rpc.wsdl", "Path", "<r:PathResponse xmlns:r='urn:rpc'><points><point><x>1</x><y>2</y></point></points></r:PathResponse>", "{'columns':['x:decimal','y:decimal'],'rows':[[1,2]]}", DisplayName = "rpc, a table")]
    [DataRow("jaxws.wsdl", "list", "<ns2:listResponse xmlns:ns2='urn:t'><return><id>1</id><props><entry><key>k</key><value>v</value></entry></props></return><return><id>2</id></return></ns2:listResponse>", "{'columns':['id:integer','props:table'],'rows':[[1,{'columns':['key:string','value:string'],'rows':[['k','v']]}],[2,null]]}", DisplayName = "a result that repeats, a table in a cell")]
    [DataRow("jaxws.wsdl", "list", "<ns2:listResponse xmlns:ns2='urn:t'/>", "{'columns':['id:integer','props:table'],'rows':[]}", DisplayName = "a result that repeats, none of them")]
    [DataRow("inheritance.wsdl", "Draw", "<DrawResponse xmlns='urn:t' xmlns:q='urn:t'><shape xsi:type='q:Circle'><name>c</name><radius>2</radius></shape><shape xsi:type='q:Ring' solid='true'><name>r</name><radius>2</radius><hole>1</hole></shape></DrawResponse>", "{'columns':['name:string','radius:decimal','@solid:boolean','hole:decimal'],'rows':[['c',2,null,null],['r',2,true,1]]}", DisplayName = "derived types in one table")]
    [DataRow("inheritance.wsdl", "Lend", "<LendResponse xmlns='urn:t'><film>f</film></LendResponse>", "{'film':'f'}", DisplayName = "a substitution group")]
    [DataRow("groups.wsdl", "Save", "<SaveResponse xmlns='urn:t'><contact lang='ru'><first>a</first><last>b</last><city>c</city><street>s</street><x xmlns='urn:x'>1</x></contact><tree><title>a</title><child><title>b</title></child></tree></SaveResponse>", "{'contact':{'@lang':'ru','first':'a','last':'b','city':'c','street':'s','#any':'<x xmlns=\\'urn:x\\'>1</x>'},'tree':{'title':'a','child':{'columns':['title:string','child:table'],'rows':[['b',null]]}}}", DisplayName = "groups, any, recursion")]
    [DataRow("groups.wsdl", "Save", "<SaveResponse xmlns='urn:t'><text>one <b>two</b> three</text><log><info>i</info><error>e</error><info>j</info></log><pairs><key>a</key><value>1</value><key>b</key><value>2</value></pairs></SaveResponse>", "{'text':{'b':['two'],'#text':'one  three'},'log':{'info':['i','j'],'error':['e']},'pairs':{'key':['a','b'],'value':[1,2]}}", DisplayName = "mixed, repeating choice and sequence")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_string> a b </f_string><f_boolean>0</f_boolean><f_int> 5 </f_int><f_long>9007199254740993</f_long><f_integer>123456789012345678901</f_integer><f_decimal>0.10</f_decimal><f_double>1.5E3</f_double><f_float>INF</f_float></EchoResponse>", "{'f_string':' a b ','f_boolean':false,'f_int':5,'f_long':9007199254740993,'f_integer':123456789012345678901,'f_decimal':0.10,'f_double':1500,'f_float':'INF'}", DisplayName = "numbers")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_dateTime>2026-03-02T10:20:30</f_dateTime><f_date>2026-03-02</f_date><f_time>10:20:30</f_time><f_duration>P1D</f_duration></EchoResponse>", "{'f_dateTime':'2026-03-02T10:20:30','f_date':'2026-03-02T00:00:00','f_time':'10:20:30','f_duration':'P1D'}", DisplayName = "dates")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_dateTime>2026-03-02T10:20:30.123456789+03:00</f_dateTime><f_date>2026-03-02Z</f_date></EchoResponse>", "{'f_dateTime':'2026-03-02T10:20:30.1234567+03:00','f_date':'2026-03-02T00:00:00+00:00'}", DisplayName = "dates with an offset, nanoseconds")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_int/><f_dateTime></f_dateTime><f_string/><withDefault/></EchoResponse>", "{'f_string':'','f_int':null,'f_dateTime':null,'withDefault':'plain'}", DisplayName = "empty elements, a default")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_int>five</f_int><f_base64Binary>AA\nEC</f_base64Binary><f_hexBinary>0aFF</f_hexBinary><numbers>1 2  3</numbers><size>true</size></EchoResponse>", "{'f_int':'five','f_base64Binary':'AAEC','f_hexBinary':'Cv8=','numbers':[1,2,3],'size':true}", DisplayName = "a text that is no number, bytes, list, union")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_anyType xsi:type='xs:int'>5</f_anyType></EchoResponse>", "{'f_anyType':5}", DisplayName = "any type that says its kind")]
    [DataRow("types.wsdl", "Echo", "<EchoResponse xmlns='urn:t'><f_anyType><a n='1'>x</a><b><c>1</c></b><b><c>2</c></b></f_anyType></EchoResponse>", "{'f_anyType':{'a':{'@n':'1','#text':'x'},'b':{'columns':['c:string'],'rows':[['1'],['2']]}}}", DisplayName = "any type without a kind")]
    [DataRow("one-way.wsdl", "Void", "<VoidResponse xmlns='urn:t'/>", "null", DisplayName = "an empty answer")]
    public void Answers_are_read_by_the_schema(string wsdl, string operation, string body, string expected) =>
        Wsdls.Result(wsdl, operation, body).Replace("\\'", "'", StringComparison.Ordinal).Should().Be(expected.Replace("\\'", "'", StringComparison.Ordinal));

    [TestMethod]
    public void The_first_day_of_the_calendar_is_no_date_where_that_is_asked_for()
    {
        const string Body = "<EchoResponse xmlns='urn:t'><f_dateTime>0001-01-01T00:00:00</f_dateTime></EchoResponse>";

        Wsdls.Result("types.wsdl", "Echo", Body, new SoapClientOptions { EmptyDateIsNull = true }).Should().Be("{'f_dateTime':null}");
        Wsdls.Result("types.wsdl", "Echo", Body).Should().Be("{'f_dateTime':'0001-01-01T00:00:00'}");
    }

    [TestMethod]
    [DataRow("terminal-gate.wsdl", "Записать", "<ЗаписатьResponse xmlns='urn:demo:gate'><return>{WebСервис.Gate.Модуль(5)}: Нет прав</return></ЗаписатьResponse>", "Нет прав")]
    public void A_text_in_the_return_is_an_error_where_that_is_the_rule(string wsdl, string operation, string body, string message)
    {
        var read = () => Wsdls.Result(wsdl, operation, body, errorInReturn: true);

        var error = read.Should().Throw<ConnectorException>().Which.Error;
        (error.Code, error.Reason, error.Message, error.InDoubt).Should().Be((ConnectorErrorCode.Rejected, "ERROR_IN_RETURN", message, false));
        error.Detail.Should().Contain("Модуль(5)");
    }

    [TestMethod]
    public void An_empty_return_is_no_error() =>
        Wsdls.Result("terminal-gate.wsdl", "Записать", "<ЗаписатьResponse xmlns='urn:demo:gate'><return/></ЗаписатьResponse>", errorInReturn: true).Should().Be("''");
}
