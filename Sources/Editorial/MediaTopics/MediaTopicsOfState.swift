extension MediaTopic {
  /// Of politics and science.
  static let ofState = """
    11000000 politics
    13000000 science and technology
    20000120 civil rights
    20000345 economic policy
    20000574 election
    20000575 citizens initiative and recall
    20000576 electoral system
    20000577 intergovernmental elections
    20000578 local elections
    20000579 national elections
    20000580 political campaigns
    20000581 campaign finance
    20000582 political candidates
    20000583 primary elections
    20000584 referenda
    20000585 regional elections
    20000586 voting
    20000587 fundamental rights
    20000588 censorship
    20000590 freedom of religion
    20000591 freedom of the press
    20000592 human rights
    20000593 government
    20000594 civil and public service
    20000595 public employees
    20000596 public officials
    20000597 constitution (law)
    20000598 defence
    20000599 armed forces
    20000600 veterans affairs
    20000601 military equipment
    20000602 military weaponry
    20000603 security measures (defence)
    20000604 national security
    20000605 espionage and intelligence
    20000606 executive (government)
    20000607 government budget
    20000608 public finance
    20000609 government department
    20000610 heads of state
    20000611 impeachment
    20000612 local government and authority
    20000613 minister (government)
    20000614 national government
    20000615 parliament
    20000616 lower house (parliament)
    20000617 upper house (parliament)
    20000618 regional government and authority
    20000619 safety of citizens
    20000620 taxation
    20000621 government policy
    20000623 nationalisation
    20000624 privatisation
    20000625 state-owned enterprise
    20000626 interior policy
    20000627 data protection policy
    20000628 housing and urban planning policy
    20000629 policy towards indigenous people
    20000630 pension and welfare policy
    20000631 personal data collection policy
    20000632 personal weapon control policy
    20000633 planning inquiries
    20000634 migration policy
    20000635 nuclear policy
    20000636 regulation of industry
    20000637 food and drink regulations
    20000638 international relations
    20000639 diplomacy
    20000640 summit meetings
    20000641 treaty
    20000642 economic sanction
    20000643 foreign aid
    20000644 international organisation
    20000645 refugees and internally displaced people
    20000646 non-governmental organisation
    20000647 political crisis
    20000648 political dissent
    20000649 political process
    20000650 lobbying
    20000651 political parties and movements
    20000652 political development
    20000653 political system
    20000654 democracy
    20000655 dictatorship
    20000710 biomedical science
    20000711 biotechnology
    20000715 mathematics
    20000716 mechanical engineering
    20000717 natural science
    20000718 astronomy
    20000719 biology
    20000720 botany
    20000721 genetics
    20000722 palaeontology
    20000723 physiology
    20000724 zoology
    20000725 chemistry
    20000726 cosmology
    20000727 geology
    20000728 horticulture
    20000729 marine science
    20000730 meteorology
    20000731 physics
    20000732 electromagnetism
    20000733 nuclear physics
    20000734 particle physics
    20000735 scientific research
    20000736 scientific innovation
    20000737 medical research
    20000738 scientific exploration
    20000739 space exploration
    20000740 scientific publication
    20000741 scientific institution
    20000742 social sciences
    20000743 anthropology
    20000744 archaeology
    20000745 economics
    20000746 geography
    20000747 history
    20000748 information science
    20000749 study of law
    20000750 linguistics
    20000751 philosophy
    20000752 political science
    20000753 psychology
    20000754 sociology
    20000755 scientific standards
    20000756 technology and engineering
    20000757 aerospace engineering
    20000758 rocketry
    20000759 agricultural technology
    20000760 civil engineering
    20000761 electronic engineering
    20000762 identification technology
    20000763 information technology and computer science
    20000764 materials science
    20000765 micro science
    20000766 nanotechnology
    20001132 cultural policies
    20001144 civilian service
    20001145 military service
    20001146 integration policy
    20001147 sports policies
    20001173 regulatory authority
    20001174 regional development policy
    20001259 political convention
    20001260 political committees
    20001261 heads of government
    20001262 public inquiry
    20001263 church elections
    20001264 infrastructure policy
    20001265 local government policy
    20001266 political debates
    """
}
