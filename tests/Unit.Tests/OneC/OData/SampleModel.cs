using System.Text;
using Connectors.OneC;
using Connectors.OneC.OData;

namespace Unit.Tests.OneC.OData;

/// <summary>A small base as <c>$metadata</c> describes one.</summary>
internal static class SampleModel
{
    public const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
          <edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
            <Schema Namespace="StandardODATA" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
              <EntityType Name="Catalog_Товары">
                <Key><PropertyRef Name="Ref_Key"/></Key>
                <Property Name="Ref_Key" Type="Edm.Guid" Nullable="false"/>
                <Property Name="DataVersion" Type="Edm.String" Nullable="true"/>
                <Property Name="DeletionMark" Type="Edm.Boolean" Nullable="true"/>
                <Property Name="Code" Type="Edm.String" Nullable="true"/>
                <Property Name="Description" Type="Edm.String" Nullable="true"/>
                <Property Name="Артикул" Type="Edm.String" Nullable="true"/>
                <Property Name="Цена" Type="Edm.Double" Nullable="true"/>
                <Property Name="Остаток" Type="Edm.Int64" Nullable="true"/>
                <Property Name="ВидТовара" Type="StandardODATA.Enum_ВидыТоваров" Nullable="true"/>
                <Property Name="ДатаПоступления" Type="Edm.DateTime" Nullable="true"/>
                <Property Name="Поставщик_Key" Type="Edm.Guid" Nullable="true"/>
                <Property Name="Картинка" Type="Edm.Stream" Nullable="false"/>
                <Property Name="Картинка_Type" Type="Edm.String" Nullable="true"/>
                <Property Name="Картинка_Base64Data" Type="Edm.Binary" Nullable="true"/>
                <NavigationProperty Name="Поставщик" Relationship="StandardODATA.Catalog_Товары_Поставщик" FromRole="Begin" ToRole="End"/>
              </EntityType>
              <EntityType Name="Catalog_Контрагенты">
                <Key><PropertyRef Name="Ref_Key"/></Key>
                <Property Name="Ref_Key" Type="Edm.Guid" Nullable="false"/>
                <Property Name="Description" Type="Edm.String" Nullable="true"/>
                <Property Name="ИНН" Type="Edm.String" Nullable="true"/>
              </EntityType>
              <EntityType Name="Document_ЗаказКлиента">
                <Key><PropertyRef Name="Ref_Key"/></Key>
                <Property Name="Ref_Key" Type="Edm.Guid" Nullable="false"/>
                <Property Name="DataVersion" Type="Edm.String"/>
                <Property Name="DeletionMark" Type="Edm.Boolean"/>
                <Property Name="Number" Type="Edm.String"/>
                <Property Name="Date" Type="Edm.DateTime"/>
                <Property Name="Posted" Type="Edm.Boolean"/>
                <Property Name="Партнер_Key" Type="Edm.Guid"/>
                <Property Name="ДатаОтгрузки" Type="Edm.DateTime"/>
                <Property Name="Приоритет" Type="StandardODATA.Enum_Приоритеты"/>
                <Property Name="Основание" Type="Edm.String"/>
                <Property Name="Основание_Type" Type="Edm.String"/>
                <Property Name="Примечание" Type="Edm.String"/>
                <Property Name="Примечание_Type" Type="Edm.String"/>
                <Property Name="Товары" Type="Collection(StandardODATA.Document_ЗаказКлиента_Товары_RowType)"/>
                <NavigationProperty Name="Партнер" Relationship="StandardODATA.Document_ЗаказКлиента_Партнер" FromRole="Begin" ToRole="End"/>
              </EntityType>
              <ComplexType Name="Document_ЗаказКлиента_Товары_RowType">
                <Property Name="LineNumber" Type="Edm.Int64"/>
                <Property Name="Номенклатура_Key" Type="Edm.Guid"/>
                <Property Name="Количество" Type="Edm.Double"/>
                <Property Name="Цена" Type="Edm.Double"/>
              </ComplexType>
              <EntityType Name="InformationRegister_КурсыВалют">
                <Key><PropertyRef Name="Period"/><PropertyRef Name="Валюта_Key"/></Key>
                <Property Name="Period" Type="Edm.DateTime"/>
                <Property Name="Валюта_Key" Type="Edm.Guid"/>
                <Property Name="Курс" Type="Edm.Double"/>
                <Property Name="Кратность" Type="Edm.Int32"/>
              </EntityType>
              <EntityType Name="AccumulationRegister_ТоварыНаСкладах">
                <Key><PropertyRef Name="Recorder"/><PropertyRef Name="Recorder_Type"/></Key>
                <Property Name="Recorder" Type="Edm.String"/>
                <Property Name="Recorder_Type" Type="Edm.String"/>
              </EntityType>
              <ComplexType Name="AccumulationRegister_ТоварыНаСкладах_Balance">
                <Property Name="Товар_Key" Type="Edm.Guid"/>
                <Property Name="Склад_Key" Type="Edm.Guid"/>
                <Property Name="КоличествоBalance" Type="Edm.Double"/>
              </ComplexType>
              <EnumType Name="Enum_ВидыТоваров"><Member Name="Штучный"/><Member Name="Весовой"/></EnumType>
              <EnumType Name="Enum_Приоритеты"><Member Name="Высокий"/></EnumType>
              <Association Name="Catalog_Товары_Поставщик">
                <End Role="Begin" Type="StandardODATA.Catalog_Товары" Multiplicity="*"/>
                <End Role="End" Type="StandardODATA.Catalog_Контрагенты" Multiplicity="0..1"/>
              </Association>
              <Association Name="Document_ЗаказКлиента_Партнер">
                <End Role="Begin" Type="StandardODATA.Document_ЗаказКлиента" Multiplicity="*"/>
                <End Role="End" Type="StandardODATA.Catalog_Контрагенты" Multiplicity="0..1"/>
              </Association>
              <EntityContainer Name="StandardODATA" m:IsDefaultEntityContainer="true">
                <EntitySet Name="Catalog_Товары" EntityType="StandardODATA.Catalog_Товары"/>
                <EntitySet Name="Catalog_Контрагенты" EntityType="StandardODATA.Catalog_Контрагенты"/>
                <EntitySet Name="Document_ЗаказКлиента" EntityType="StandardODATA.Document_ЗаказКлиента"/>
                <EntitySet Name="InformationRegister_КурсыВалют" EntityType="StandardODATA.InformationRegister_КурсыВалют"/>
                <EntitySet Name="AccumulationRegister_ТоварыНаСкладах" EntityType="StandardODATA.AccumulationRegister_ТоварыНаСкладах"/>
                <FunctionImport Name="Balance" ReturnType="Collection(StandardODATA.AccumulationRegister_ТоварыНаСкладах_Balance)" IsBindable="true">
                  <Parameter Name="bindingParameter" Type="StandardODATA.AccumulationRegister_ТоварыНаСкладах"/>
                  <Parameter Name="Period" Type="Edm.DateTime"/>
                  <Parameter Name="Condition" Type="Edm.String"/>
                </FunctionImport>
                <FunctionImport Name="Post" IsBindable="true"><Parameter Name="bindingParameter" Type="StandardODATA.Document_ЗаказКлиента"/></FunctionImport>
              </EntityContainer>
            </Schema>
          </edmx:DataServices>
        </edmx:Edmx>
        """;

    public static OneCZone Moscow { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    public static EdmModel Model { get; } = ReadAsync(Xml).GetAwaiter().GetResult();

    public static EdmType Goods => Model.TypeOf("Catalog_Товары")!;

    public static EdmType Order => Model.TypeOf("Document_ЗаказКлиента")!;

    public static EdmType Rates => Model.TypeOf("InformationRegister_КурсыВалют")!;

    public static ODataLiteral Literals { get; } = new(Moscow);

    public static Task<EdmModel> ReadAsync(string xml) => EdmReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(xml)), CancellationToken.None);
}
