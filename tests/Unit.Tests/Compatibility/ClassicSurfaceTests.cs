using System.Reflection;
using Cleverence.Connectivity;

namespace Unit.Tests.Compatibility;

/// <summary>Every type and member that sources written for the original name, with its signature.</summary>
[TestClass]
public sealed class ClassicSurfaceTests
{
    private static readonly Assembly Contract = typeof(IConnector).Assembly;

    [TestMethod]
    [DataRow("Cleverence.Log", "static Void Write(String)")]
    [DataRow("Cleverence.Log", "static Void Write(String, Exception, LogType)")]
    [DataRow("Cleverence.DataCollection.Xml.XmlSerializer", "ctor()")]
    [DataRow("Cleverence.DataCollection.Xml.XmlSerializer", "TypeProvider TypeProvider get")]
    [DataRow("Cleverence.DataCollection.Xml.TypeProvider", "Void Add(Type)")]
    [DataRow("Cleverence.Warehouse.Environment", "ctor()")]
    [DataRow("Cleverence.Warehouse.ServerSession", "static ServerSession Get()")]
    [DataRow("Cleverence.Warehouse.ServerSession", "DeviceInfo DeviceInfo get")]
    [DataRow("Cleverence.Warehouse.DeviceInfo", "String WarehouseId get")]
    [DataRow("Cleverence.Warehouse.DeviceInfo", "String DocumentId get")]
    [DataRow("Cleverence.Warehouse.DeviceInfo", "DocumentDescription Document get")]
    [DataRow("Cleverence.Warehouse.DeviceInfo", "String DeviceId get")]
    [DataRow("Cleverence.Warehouse.DeviceInfo", "String UserId get")]
    [DataRow("Cleverence.Warehouse.DocumentStorage", "static StoredDocuments Documents get")]
    [DataRow("Cleverence.Warehouse.StoredDocuments", "Document FindById(String)")]
    [DataRow("Cleverence.Warehouse.StoredDocuments", "Void Add(Document)")]
    [DataRow("Cleverence.Warehouse.StoredDocuments", "Boolean Remove(DocumentDescription)")]
    [DataRow("Cleverence.Warehouse.ProductsBook", "static StoredProducts Products get")]
    [DataRow("Cleverence.Warehouse.StoredProducts", "InventoryItem FindById(String)")]
    [DataRow("Cleverence.Warehouse.StoredProducts", "Void Add(Product)")]
    [DataRow("Cleverence.Warehouse.StoredProducts", "Boolean Remove(Product)")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String Id get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String DocumentTypeName get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String Name get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String WarehouseId get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String Barcode get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String UserId get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "String Description get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "DateTime CreateDate get set")]
    [DataRow("Cleverence.Warehouse.DocumentDescription", "FieldValueCollection Fields get")]
    [DataRow("Cleverence.Warehouse.DocumentDescriptionCollection", "Void Add(DocumentDescription)")]
    [DataRow("Cleverence.Warehouse.DocumentDescriptionCollection", "Int32 Count get")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentItemCollection DeclaredItems get")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentItemCollection CurrentItems get")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentItemCollection ExpectedLines get")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentItemCollection ActualLines get")]
    [DataRow("Cleverence.Warehouse.Document", "String Appointment get set")]
    [DataRow("Cleverence.Warehouse.Document", "Int32 Priority get set")]
    [DataRow("Cleverence.Warehouse.Document", "Boolean Finished get set")]
    [DataRow("Cleverence.Warehouse.Document", "Boolean InProcess get set")]
    [DataRow("Cleverence.Warehouse.Document", "Boolean Modified get set")]
    [DataRow("Cleverence.Warehouse.Document", "Object GetField(String)")]
    [DataRow("Cleverence.Warehouse.Document", "Void SetField(String, Object)")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentStateCollection States get")]
    [DataRow("Cleverence.Warehouse.Document", "DocumentTableCollection Tables get")]
    [DataRow("Cleverence.Warehouse.DocumentItemCollection", "Void Add(DocumentItem)")]
    [DataRow("Cleverence.Warehouse.DocumentItemCollection", "Int32 Count get")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String ProductId get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Product Product get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String PackingId get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Packing Packing get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Decimal DeclaredQuantity get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Decimal CurrentQuantity get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Decimal ExpectedQuantity get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "Decimal ActualQuantity get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String InventoryItemId get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String UnitOfMeasureId get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "InventoryItem InventoryItem get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "UnitOfMeasure UnitOfMeasure get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String SSCC get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "FieldValueCollection Fields get")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "String Uid get set")]
    [DataRow("Cleverence.Warehouse.DocumentItem", "DocumentItem BindedLine get set")]
    [DataRow("Cleverence.Warehouse.Product", "String Id get set")]
    [DataRow("Cleverence.Warehouse.Product", "String Barcode get set")]
    [DataRow("Cleverence.Warehouse.Product", "String Name get set")]
    [DataRow("Cleverence.Warehouse.Product", "String Marking get set")]
    [DataRow("Cleverence.Warehouse.Product", "String BasePackingId get set")]
    [DataRow("Cleverence.Warehouse.Product", "FieldValueCollection Fields get")]
    [DataRow("Cleverence.Warehouse.Product", "PackingCollection Packings get")]
    [DataRow("Cleverence.Warehouse.Product", "Void SetField(String, Object)")]
    [DataRow("Cleverence.Warehouse.PackingCollection", "Void Add(Packing)")]
    [DataRow("Cleverence.Warehouse.Packing", "String Id get set")]
    [DataRow("Cleverence.Warehouse.Packing", "String Name get set")]
    [DataRow("Cleverence.Warehouse.Packing", "String Barcode get set")]
    [DataRow("Cleverence.Warehouse.Packing", "Decimal UnitsQuantity get set")]
    [DataRow("Cleverence.Warehouse.Packing", "Void SetField(String, Object)")]
    [DataRow("Cleverence.Warehouse.InventoryItem", "ctor()")]
    [DataRow("Cleverence.Warehouse.UnitOfMeasure", "ctor()")]
    [DataRow("Cleverence.Warehouse.FieldValueCollection", "FieldValue Add(String, Object)")]
    [DataRow("Cleverence.Warehouse.FieldValueCollection", "FieldValue FindByFieldName(String)")]
    [DataRow("Cleverence.Warehouse.FieldValue", "Object Value get set")]
    [DataRow("Cleverence.Warehouse.Row", "ctor()")]
    [DataRow("Cleverence.Warehouse.Row", "Void SetField(String, Object)")]
    [DataRow("Cleverence.Warehouse.Row", "Object GetField(String)")]
    [DataRow("Cleverence.Warehouse.RowCollection", "Void Add(Row)")]
    [DataRow("Cleverence.Warehouse.RowCollection", "Void AddRange(IEnumerable`1)")]
    [DataRow("Cleverence.Warehouse.RowCollection", "Int32 Count get")]
    [DataRow("Cleverence.Warehouse.RowCollection", "Row Item get set")]
    [DataRow("Cleverence.Warehouse.PackedProduct", "ctor(String, String)")]
    [DataRow("Cleverence.Warehouse.PackedProduct", "Product Product get set")]
    [DataRow("Cleverence.Warehouse.PackedProduct", "Packing Packing get set")]
    [DataRow("Cleverence.Warehouse.PackedProduct", "Decimal Quantity get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "ctor()")]
    [DataRow("Cleverence.Connectivity.UEObject", "ctor(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "List`1 Childs get")]
    [DataRow("Cleverence.Connectivity.UEObject", "Boolean HasValue get")]
    [DataRow("Cleverence.Connectivity.UEObject", "Boolean IsArray get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "Boolean IsAttribute get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "String OName get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "Object OValue get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "Type Type get set")]
    [DataRow("Cleverence.Connectivity.UEObject", "static UEObject FromXml(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "static UEObject FromJson(String, Boolean)")]
    [DataRow("Cleverence.Connectivity.UEObject", "UEObject GetNode(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "List`1 GetNodes(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "UEObject GetAttribute(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "UEObject AddNode(String, Object)")]
    [DataRow("Cleverence.Connectivity.UEObject", "UEObject AddNode(UEObject)")]
    [DataRow("Cleverence.Connectivity.UEObject", "UEObject SetAttribute(String, Object)")]
    [DataRow("Cleverence.Connectivity.UEObject", "Boolean Contains(String)")]
    [DataRow("Cleverence.Connectivity.UEObject", "Boolean AsBoolean()")]
    [DataRow("Cleverence.Connectivity.UEObject", "DateTime AsDateTime()")]
    [DataRow("Cleverence.Connectivity.UEObject", "Decimal AsDecimal()")]
    [DataRow("Cleverence.Connectivity.UEObject", "Double AsDouble()")]
    [DataRow("Cleverence.Connectivity.UEObject", "Int32 AsInt32()")]
    [DataRow("Cleverence.Connectivity.UEObject", "String AsString()")]
    [DataRow("Cleverence.Connectivity.UEObject", "String ToXml(Boolean)")]
    [DataRow("Cleverence.Connectivity.UEObject", "String ToJson(Boolean)")]
    [DataRow("Cleverence.Connectivity.IConnector", "Object InvokeMethod(String, Object[])")]
    [DataRow("Cleverence.Connectivity.IConnector", "Boolean IsSelfTimeoutBehavior get")]
    [DataRow("Cleverence.Warehouse.InvokeArgs", "Object GetArg(String)")]
    [DataRow("Cleverence.Warehouse.Design.DisplayTypeNameAttribute", "ctor(String)")]
    public void A_member_that_old_sources_use_is_there_with_its_signature(string typeName, string signature)
    {
        var type = Contract.GetType(typeName, throwOnError: true)!;

        type.IsPublic.Should().BeTrue();
        Signatures(type).Should().Contain(signature);
    }

    [TestMethod]
    public void LogType_has_the_four_kinds_old_sources_name() =>
        Enum.GetNames<Cleverence.Log.LogType>().Should().BeEquivalentTo("Error", "Information", "Warning", "Debug");

    [TestMethod]
    public void The_contract_references_nothing_but_the_framework() =>
        Contract.GetReferencedAssemblies().Select(reference => reference.Name).Should().OnlyContain(name => name!.StartsWith("System", StringComparison.Ordinal));

    [TestMethod]
    public void The_classic_object_model_has_no_static_fields_that_can_change()
    {
        var changing = Contract.GetTypes()
            .Where(type => type.Namespace is not null && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        changing.Should().BeEmpty();
    }

    private static IEnumerable<string> Signatures(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        var constructors = type.GetConstructors().Select(constructor => $"ctor({Parameters(constructor)})");
        var methods = type.GetMethods(all).Where(method => !method.IsSpecialName)
            .Select(method => $"{(method.IsStatic ? "static " : "")}{method.ReturnType.Name} {method.Name}({Parameters(method)})");
        return [.. constructors, .. methods, .. type.GetProperties(all).SelectMany(PropertySignatures)];
    }

    // A property that can also be set still answers to a source that only reads it.
    private static IEnumerable<string> PropertySignatures(PropertyInfo property)
    {
        var name = $"{(property.GetMethod!.IsStatic ? "static " : "")}{property.PropertyType.Name} {property.Name} get";
        return property.SetMethod is { IsPublic: true } ? [name, name + " set"] : [name];
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
}
